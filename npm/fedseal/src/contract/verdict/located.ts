import type { Location } from "@fedseal/binding";
import { relativeTo } from "../../locations.js";
import type { Change, Place, Undecided } from "../compare/change.js";
import type { Comparison } from "../compare/compare.js";
import { placeToLookAt, type SourcePlace, type SourcePlaces } from "../source-place/source-place.js";
import { LEVELS } from "./levels.js";

/** What is declared at a place; the place is null as far as no file on the disk has it. */
export interface Shown {
  /** Relative to the current folder, with `/`. */
  file: string | null;
  /** From 1. */
  line: number | null;
  /** From 1, in UTF-16 code units. */
  column: number | null;
  text: string;
}

/** A difference, with places in sources. */
export interface Finding extends Omit<Change, "old" | "new"> {
  old: Shown | null;
  new: Shown | null;
  /** Where to look at it: in the new version's sources, also for what is gone from them. Relative to the current folder. */
  at: Location | undefined;
}

/** A comparison as it is printed: the heaviest findings first. */
export interface Report {
  bump: Comparison["bump"];
  findings: Finding[];
  undecided: Unanswered[];
}

/** What could not be compared, with places in sources. */
export interface Unanswered extends Omit<Undecided, "at"> {
  at: Shown | null;
  /** Where to look at it: `at`, or the export as a whole. Relative to the current folder. */
  location: Location | undefined;
}

/** Gives everything in a comparison its place in sources. */
export function located({ bump, findings, undecided }: Comparison, before: SourcePlaces, after: SourcePlaces): Report {
  const all = findings.map((one): Finding => {
    const { rule, export: path, level, message, because } = one;
    const at = placeToLookAt(one, before, after);
    return {
      rule,
      export: path,
      level,
      message,
      because,
      old: one.old && shown(one.old, before.of(one.old)),
      new: one.new && shown(one.new, after.of(one.new)),
      at: at && locationOf(at),
    };
  });
  return {
    bump,
    findings: LEVELS.flatMap((level) => all.filter((one) => one.level === level)),
    undecided: undecided.map(({ rule, export: path, message, at }) => {
      const place = at ? (after.of(at) ?? before.of(at)) : after.ofExport(path);
      const toLookAt = place ?? after.inWritten(path);
      return { rule, export: path, message, at: at && shown(at, place), location: toLookAt && locationOf(toLookAt) };
    }),
  };
}

/** A place relative to the current folder. */
export function locationOf({ path, line, column }: SourcePlace): Location {
  const file = relativeTo(process.cwd(), path);
  return { file, ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
}

function shown({ text }: Place, place: SourcePlace | undefined): Shown {
  if (!place) return { file: null, line: null, column: null, text };
  const { file, line = null, column = null } = locationOf(place);
  return { file, line, column, text };
}
