import type { Level, Verdict } from "../change.js";

const RULE = "contract/type-parameter-constraint";

/** The constraint of a type parameter changed. */
export function constraintChanged(name: string, before: string, after: string, level: Level): Verdict {
  return {
    rule: RULE,
    level,
    message: `the constraint of ${name} changed from ${before} to ${after}`,
    because: level === "minor" ? "More types are accepted." : `Type '${before}' is not assignable to type '${after}'.`,
  };
}

/** A constraint has a member newly that type arguments may have in another way. */
export function constraintGained(name: string, member: string): Verdict {
  return {
    rule: RULE,
    level: "major",
    message: `the constraint of ${name} has an optional ${member} now`,
    because: `A type argument that has another ${member} compiled, and no longer satisfies the constraint.`,
  };
}

/** A type parameter has a constraint now. */
export function constraintAdded(name: string, after: string): Verdict {
  return {
    rule: RULE,
    level: "major",
    message: `the type parameter ${name} has to be ${after} now`,
    because: "Type arguments that compiled may not satisfy the constraint.",
  };
}

/** A type parameter no longer has a constraint. */
export function constraintRemoved(name: string, level: Level): Verdict {
  return {
    rule: RULE,
    level,
    message: `the type parameter ${name} may be any type now`,
    because: level === "minor" ? "More types are accepted." : "Code that relied on the constraint no longer compiles.",
  };
}

/** Calls no longer infer a type parameter from one of their arguments: `NoInfer<T>`. */
export function inferenceLost(before: string, after: string): Verdict {
  return {
    rule: RULE,
    level: "major",
    message: `${before} became ${after}: calls no longer infer a type from it`,
    because: "An argument that widened the inferred type may not fit it.",
  };
}

/** Calls inferred a literal because of the constraint, and no longer do. */
export function literalsLost(name: string, before: string): Verdict {
  return {
    rule: RULE,
    level: "major",
    message: `the type parameter ${name} no longer has the constraint ${before}`,
    because: "Calls infer a wider type for it than the literal that was given.",
  };
}

/** Calls inferred a type parameter from an argument, and no argument says it any more. */
export function argumentLost(name: string, becomes: string): Verdict {
  return {
    rule: RULE,
    level: "major",
    message: `calls no longer infer ${name} from an argument`,
    because: `It becomes ${becomes} where it was the type of what was given.`,
  };
}
