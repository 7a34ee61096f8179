import type { Polarity, Verdict } from "../change.js";

/** An object type gained an index signature. */
export function indexSignatureAdded(key: string, polarity: Polarity): Verdict {
  const output = polarity === "output";
  return {
    rule: "contract/index-signature-added",
    level: output ? "minor" : "major",
    message: `the \`[key: ${key}]\` index signature was added`,
    because: output
      ? "More can be read from it."
      : "Interfaces and objects without one are no longer assignable to it.",
  };
}
