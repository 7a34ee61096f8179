import { compareWithin } from "../../contract/compare/within.js";
import type { Profile } from "../../contract/contract.js";
import { aligned, readSide } from "../../contract/sides.js";
import { apart } from "../../contract/source-place/origin.js";
import { SourcePlaces } from "../../contract/source-place/source-place.js";
import type { ExitCode } from "../main.js";
import { located } from "./located.js";
import { say } from "./print.js";
import { counted, needs, type VerdictFormat } from "./verdict.js";

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
    const [before, after] = aligned(await readSide(old, "old"), await readSide(now, "new"));
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
