import type { Command } from "commander";
import { compare } from "../../contract/compare/compare.js";
import type { Profile } from "../../contract/contract.js";
import { aligned, readSide } from "../../contract/sides.js";
import type { ExitCode } from "../main.js";
import { type Done, profile, timeout, verdict } from "./options.js";
import { say } from "./print.js";
import { counted, needs, type VerdictFormat } from "./verdict.js";

export function register(contract: Command, done: Done): void {
  contract
    .command("diff")
    .description("compare two versions: sources, declarations, contracts, contract packages, npm packages")
    .argument("<old>", "file or folder")
    .argument("<new>", "file or folder")
    .addOption(profile().default("standard"))
    .addOption(timeout())
    .addOption(verdict())
    .action(async (old, now, options) => done(await diff(old, now, options)));
}

export interface DiffOptions {
  profile: Profile;
  timeout: number;
  format: VerdictFormat;
}

/** `fedseal contract diff <old> <new>` */
export function diff(old: string, now: string, { profile, timeout, format }: DiffOptions): Promise<ExitCode> {
  return say(format, async () => {
    const title = "Contract";
    const [before, after] = aligned(await readSide(old, "old"), await readSide(now, "new"));
    const diagnostics = [...before.diagnostics, ...after.diagnostics];
    if (!before.side || !after.side) return { diagnostics, outcome: "fedseal: not compared", title };
    const comparison = compare(before.side, after.side, { profile, timeout });
    if (comparison.undecided.length > 0) return { comparison, diagnostics, outcome: "fedseal: not decided", title };
    const { bump } = comparison;
    const what = bump === "none" ? "the same" : `${counted(comparison)}: this needs ${needs(bump, false)}`;
    return { comparison, diagnostics, outcome: `fedseal: ${what}`, title };
  });
}
