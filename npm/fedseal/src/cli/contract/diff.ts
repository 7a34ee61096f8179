import type { Command } from "commander";
import { compareWithin } from "../../contract/compare/within.js";
import type { Profile } from "../../contract/contract.js";
import { readSides } from "../../contract/sides.js";
import { apart } from "../../contract/source-place/origin.js";
import { SourcePlaces } from "../../contract/source-place/source-place.js";
import type { ExitCode } from "../exit-code.js";
import type { VerdictFormat } from "../formats.js";
import type { Done } from "../options.js";
import { located } from "./located.js";
import { profile, timeout, verbose, verdict } from "./options.js";
import { say } from "./print.js";
import { counted, needs } from "./verdict.js";

export function register(contract: Command, done: Done): void {
  contract
    .command("diff")
    .description("compare two versions: sources, declarations, contracts, contract packages, npm packages")
    .argument("<old>", "file or folder")
    .argument("<new>", "file or folder")
    .addOption(profile().default("standard"))
    .addOption(timeout())
    .addOption(verbose())
    .addOption(verdict())
    .action(async (old, now, options) => done(await diff(old, now, options)));
}

export interface DiffOptions {
  profile: Profile;
  timeout: number;
  format: VerdictFormat;
  verbose: boolean;
}

/** `fedseal contract diff <old> <new>` */
export function diff(old: string, now: string, options: DiffOptions): Promise<ExitCode> {
  const { profile, timeout, format, verbose } = options;
  return say({ format, verbose, bumps: true }, async () => {
    const title = "Contract";
    const [before, after] = await readSides(old, now);
    const diagnostics = [...before.diagnostics, ...after.diagnostics];
    if (!before.side || !after.side) return { diagnostics, outcome: "fedseal: not compared", title };
    const comparison = await compareWithin(before.side, after.side, { profile, timeout });
    const places = [
      new SourcePlaces(before.side, apart(before.origin, after.origin)),
      new SourcePlaces(after.side, after.origin),
    ] as const;
    const report = located(comparison, ...places);
    return { report, diagnostics, outcome: `fedseal: ${outcome()}`, title };

    function outcome(): string {
      const { bump, findings, undecided } = comparison;
      if (undecided.length > 0) return "no verdict: not everything could be compared";
      if (bump === "none") return "no changes";
      const what = findings.length > 0 ? counted(findings) : "types unchanged, text changed";
      return `${what}: release ${needs(bump, false)}`;
    }
  });
}
