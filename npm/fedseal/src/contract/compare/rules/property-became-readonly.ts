import type { Level, Verdict } from "../change.js";

/** A member became read-only or writable. */
export function propertyBecameReadonly(name: string, isReadonly: boolean, level: Level): Verdict {
  return {
    rule: "contract/property-became-readonly",
    level,
    message: `${name} is ${isReadonly ? "read-only" : "writable"} now`,
    because:
      level === "major"
        ? `Cannot assign to '${name}' because it is a read-only property.`
        : isReadonly
          ? "Consumers only give values of this type."
          : "It can be assigned to now.",
  };
}

/** All members of a mapped type, or all values of an index signature. */
export function valuesBecameReadonly(what: string, isReadonly: boolean, level: Level): Verdict {
  return {
    rule: "contract/property-became-readonly",
    level,
    message: `${what} are ${isReadonly ? "read-only" : "writable"} now`,
    because:
      level === "major"
        ? "The type only permits reading."
        : isReadonly
          ? "Consumers only give values of this type."
          : "They can be assigned to now.",
  };
}
