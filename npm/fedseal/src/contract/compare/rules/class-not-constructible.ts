import type { Level, Verdict } from "../change.js";

const RULE = "contract/class-not-constructible";

/** A class or a constructor type became abstract, or is no longer abstract. */
export function abstractChanged(what: string, isAbstract: boolean, level: Level): Verdict {
  return {
    rule: RULE,
    level,
    message: `${what} is ${isAbstract ? "abstract now" : "no longer abstract"}`,
    because:
      level === "major"
        ? "Cannot create an instance of an abstract class."
        : "It can be used in more ways than before.",
  };
}

/** A member became abstract. */
export function memberBecameAbstract(name: string): Verdict {
  return {
    rule: RULE,
    level: "major",
    message: `${name} is abstract now`,
    because: `Non-abstract subclasses do not implement the inherited abstract member ${name}.`,
  };
}

/** A property or accessor that was abstract, or declared by an interface alone, is the class's own now: its form is fixed. */
export function memberBecameConcrete(name: string, form: string): Verdict {
  const other = form === "an accessor" ? "a property" : "an accessor";
  return {
    rule: RULE,
    level: "major",
    message: `${name} is ${form} of the class now, which subclasses inherit`,
    because: `Subclasses that implement ${name} as ${other} no longer compile (TS2610, TS2611).`,
  };
}

/** An abstract method has an implementation now. */
export function methodBecameConcrete(name: string): Verdict {
  return {
    rule: RULE,
    level: "minor",
    message: `${name} is no longer abstract`,
    because: "Subclasses may leave it out.",
  };
}

/** The constructor became more or less visible. */
export function constructorVisibility(after: "private" | "protected" | "public", narrower: boolean): Verdict {
  return {
    rule: RULE,
    level: narrower ? "major" : "minor",
    message: `the constructor is ${after} now`,
    because: narrower
      ? `The constructor is ${after}: \`new\`${after === "private" ? " and `extends`" : ""} no longer compile.`
      : "It can be used in more ways than before.",
  };
}
