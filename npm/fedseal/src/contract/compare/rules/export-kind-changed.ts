import type { Level, Verdict } from "../change.js";

/** A name stands for something else: a type, a value, a class, a namespace. */
export function exportKindChanged(name: string, before: string, after: string, level: Level, because: string): Verdict {
  return { rule: "contract/export-kind-changed", level, message: `${name} was ${before} and is ${after}`, because };
}

/** `export type { A }` of a class became `export { A }`. */
export function valueExported(name: string): Verdict {
  return {
    rule: "contract/export-kind-changed",
    level: "minor",
    message: `${name} was exported as a type only, and is a value as well now`,
    because: "Whatever used the type compiles as before.",
  };
}

/** `let` and `const`. */
export function variableForm(name: string, isVariable: boolean): Verdict {
  return {
    rule: "contract/export-kind-changed",
    level: "patch",
    message: `${name} is ${isVariable ? "a variable" : "a constant"} now`,
    because: "Nobody can assign to an import.",
  };
}

/** An object type without a declaration of its own became an interface or a class. */
export function objectBecameInterface(name: string): Verdict {
  return {
    rule: "contract/export-kind-changed",
    level: "major",
    message: `the object type became the interface ${name}`,
    because: "An interface is not assignable to a type with an index signature, such as `Record<string, unknown>`.",
  };
}
