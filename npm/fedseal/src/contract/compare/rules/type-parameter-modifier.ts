import type { Verdict } from "../change.js";

/** `const`, `in` or `out` of a type parameter changed. */
export function typeParameterModifier(name: string, added: readonly string[], removed: readonly string[]): Verdict {
  const infers = added.includes("const") || removed.includes("const");
  const major = added.length > 0 || infers;
  return {
    rule: "contract/type-parameter-modifier",
    level: major ? "major" : "minor",
    message:
      added.length > 0
        ? `the type parameter ${name} is \`${added.join(" ")}\` now`
        : `the type parameter ${name} is no longer \`${removed.join(" ")}\``,
    because: infers
      ? "Calls infer another type for it."
      : major
        ? "Fewer types are assignable to each other than before."
        : "More types are assignable to each other.",
  };
}

/** `in` or `out` says what the type does with its parameter anyway. */
export function typeParameterAnnotated(name: string, added: boolean): Verdict {
  return {
    rule: "contract/type-parameter-modifier",
    level: "patch",
    message: `the variance of the type parameter ${name} is ${added ? "written down" : "inferred"} now`,
    because: "It is the same.",
  };
}

/** A type takes values of its argument, which it only gave before. */
export function varianceLost(name: string, owner: string): Verdict {
  return {
    rule: "contract/type-parameter-modifier",
    level: "major",
    message: `${owner} takes values of ${name} now, so its type argument can no longer be a narrower type`,
    because: `Type '${owner}<"a">' is not assignable to type '${owner}<string>'.`,
  };
}
