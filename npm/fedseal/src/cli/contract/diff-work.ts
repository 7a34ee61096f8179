import { compare } from "../../contract/compare/compare.js";
import type { Voice } from "../../contract/compare/in-thread.js";
import { readSides } from "../../contract/sides.js";
import { apart } from "../../contract/source-place/origin.js";
import { SourcePlaces } from "../../contract/source-place/source-place.js";
import { counted, needs } from "../../contract/verdict/levels.js";
import { located } from "../../contract/verdict/located.js";
import { NO_VERDICT, type Verdict } from "../../contract/verdict/verdict.js";
import { relativeTo } from "../../locations.js";
import type { DiffInput } from "./diff.js";

/** Reads and compares for `fedseal contract diff`. */
export async function work({ old, now, profile }: DiffInput, voice: Voice): Promise<Verdict> {
  const title = "Contract";
  const [before, after] = await readSides(old, now);
  const diagnostics = [...before.diagnostics, ...after.diagnostics];
  if (!before.side || !after.side) return { diagnostics, outcome: "fedseal: not compared", title };
  const written = after.origin.written?.path;
  const place = written === undefined ? undefined : { file: relativeTo(process.cwd(), written) };
  const sofar: Verdict = { diagnostics, outcome: NO_VERDICT, title, place };
  voice.comparing(sofar);
  const comparison = compare(before.side, after.side, { profile }, voice.at);
  const places = [
    new SourcePlaces(before.side, apart(before.origin, after.origin)),
    new SourcePlaces(after.side, after.origin),
  ] as const;
  const report = located(comparison, ...places);
  const { bump, findings, undecided } = comparison;
  if (undecided.length > 0) return { ...sofar, report };
  if (bump === "none") return { report, diagnostics, outcome: "fedseal: no changes", title, place };
  const changes = findings.length > 0 ? counted(findings) : "types unchanged, text changed";
  return { report, diagnostics, outcome: `fedseal: ${changes}: release ${needs(bump, false)}`, title, place };
}
