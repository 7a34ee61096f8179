import type { Verdict } from "../change.js";

/** A member was added that consumers have to give. */
export function requiredPropertyAdded(name: string, from: string, to: string): Verdict {
  return {
    rule: "contract/required-property-added",
    level: "major",
    message: `${name} was added and has to be given`,
    because: `Property '${name}' is missing in type '${from}' but required in type '${to}'.`,
  };
}

/** An abstract member was added to a class. */
export function abstractMemberAdded(name: string): Verdict {
  return {
    rule: "contract/required-property-added",
    level: "major",
    message: `${name} was added and is abstract`,
    because: `Non-abstract subclasses do not implement the inherited abstract member ${name}.`,
  };
}
