import { compare } from "../../contract/compare/compare.js";
import type { Profile } from "../../contract/contract.js";
import { readSides } from "../../contract/sides.js";
import type { ExitCode } from "../main.js";
import { say } from "./print.js";
import { counted, needs, type VerdictFormat } from "./verdict.js";

export interface DiffOptions {
  profile: Profile;
  timeout: number;
  format: VerdictFormat;
}

/** `fedseal contract diff <old> <new>` */
export function diff(old: string, now: string, { profile, timeout, format }: DiffOptions): Promise<ExitCode> {
  return say(format, async () => {
    const title = "Contract";
    const [before, after] = await readSides(old, now);
    const diagnostics = [...before.diagnostics, ...after.diagnostics];
    if (!before.side || !after.side) return { diagnostics, outcome: "fedseal: not compared", title };
    const comparison = compare(before.side, after.side, { profile, timeout });
    if (comparison.undecided.length > 0) return { comparison, diagnostics, outcome: "fedseal: not decided", title };
    const { bump } = comparison;
    const what = bump === "none" ? "the same" : `${counted(comparison)}: this needs ${needs(bump, false)}`;
    return { comparison, diagnostics, outcome: `fedseal: ${what}`, title };
  });
}
