import type { Verdict } from "../change.js";

/** An object type lost an index signature. */
export function indexSignatureRemoved(key: string): Verdict {
  return {
    rule: "contract/index-signature-removed",
    level: "major",
    message: `the \`[key: ${key}]\` index signature was removed`,
    because: "Element implicitly has an 'any' type because the type has no such index signature.",
  };
}
