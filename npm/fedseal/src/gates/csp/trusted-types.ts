import type { CspPolicy, Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import type { ReadTexts } from "./missing.js";
import type { Need } from "./needs.js";

/** Names of policies that can load remotes: fedseal's own, and the one that stands in for all. */
const NAMES = ["fedseal", "default", "*"];

/** Policies that require Trusted Types and do not allow fedseal's policy, without which no remote's script is loaded. */
export function trustedTypes({ texts, policies }: ReadTexts, needs: readonly Need[]): Diagnostic[] {
  if (!needs.some(({ directive, url }) => directive === "script-src" && url !== undefined)) return [];
  const found: Diagnostic[] = [];
  const required = texts.some((text, index) => !text.reportOnly && (policies[index] ?? []).some(requires));
  if (!required) return [];
  for (const [index, text] of texts.entries()) {
    if (text.reportOnly) continue;
    for (const { directives } of policies[index] ?? []) {
      const allowed = directives.find(({ name }) => name === "trusted-types");
      if (!allowed || allowed.sources.some((source) => NAMES.includes(source.text))) continue;
      const names = allowed.sources.map((source) => source.text).filter((name) => name.toLowerCase() !== "'none'");
      const line = ["trusted-types", ...names, "fedseal"].join(" ");
      const message =
        "`trusted-types` does not allow the policy `fedseal`, and `require-trusted-types-for` needs one for remotes";
      const help = `Write \`${line}\`, and call \`createTrustedTypesPolicy()\` before the first remote is loaded.`;
      found.push(diagnostic("csp/trusted-types-blocked", message, text.place(allowed.start), help));
    }
  }
  return found;
}

function requires({ directives }: CspPolicy): boolean {
  const found = directives.find(({ name }) => name === "require-trusted-types-for");
  return found?.sources.some(({ text }) => text.toLowerCase() === "'script'") ?? false;
}
