/** How much a change asks of consumers: the part of the version that has to grow. */
export type Level = "patch" | "minor" | "major";

/** Who makes values of a type: the consumer, the remote, or both as far as anybody knows. */
export type Polarity = "input" | "output" | "both";

/** A place in the declarations of one side. */
export interface Place {
  /** Relative to the side's root, with `/`; a package's file by its package name. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** What is declared there, on one line. */
  text: string;
}

/** What a rule says about one difference: the words and the level, without the place. */
export type Verdict = Pick<Change, "rule" | "level" | "message" | "because">;

export type { Profile } from "../contract.js";

/** One difference between two surfaces, at its cause. */
export interface Change {
  /** Id of the rule, `contract/…`. */
  rule: string;
  /** `Expose#Export.member`. */
  export: string;
  level: Level;
  /** What changed. */
  message: string;
  /** What a consumer sees. */
  because: string;
  old: Place | null;
  new: Place | null;
}

/** Something of the surface that could not be compared: no verdict without it. */
export interface Undecided {
  rule: string;
  export: string;
  message: string;
  at: Place | null;
}

const ORDER = ["patch", "minor", "major"] as const;

/** The higher of two levels. */
export function higher(one: Level, other: Level): Level {
  return ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other;
}

/** What the consumer's side of a callback is. */
export function flip(polarity: Polarity): Polarity {
  if (polarity === "both") return "both";
  return polarity === "input" ? "output" : "input";
}

/** Two uses of the same type. */
export function join(one: Polarity | undefined, other: Polarity): Polarity {
  return one === undefined || one === other ? other : "both";
}
