import type { Verdict } from "../change.js";

const RULE = "contract/type-parameter-added";

/** A type parameter was added. */
export function typeParameterAdded(name: string, hasDefault: boolean, owner: string): Verdict {
  if (hasDefault) {
    return {
      rule: RULE,
      level: "minor",
      message: `a type parameter ${name} with a default was added`,
      because: "Nobody has to name it.",
    };
  }
  return {
    rule: RULE,
    level: "major",
    message: `a type parameter ${name} without a default was added`,
    because: `Code that names the type arguments (\`${owner}<…>\`) no longer compiles.`,
  };
}

/** A type parameter was put before another one. */
export function typeParameterInserted(before: string, owner: string): Verdict {
  return {
    rule: RULE,
    level: "major",
    message: `a type parameter was put before ${before}`,
    because: `Code that names the type arguments (\`${owner}<…>\`) means others now.`,
  };
}

/** A function became generic. */
export function typeParameterInferred(name: string): Verdict {
  return {
    rule: RULE,
    level: "minor",
    message: `a type parameter ${name} was added`,
    because: "Calls infer it.",
  };
}

/** The type parameters of a function are in another order. */
export function typeParametersReordered(owner: string): Verdict {
  return {
    rule: RULE,
    level: "major",
    message: "the type parameters are in another order",
    because: `Code that names the type arguments (\`${owner}<…>\`) means others now.`,
  };
}
