import type { CspDirective, CspPolicy, Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import { explains } from "./ask.js";
import type { ReadTexts } from "./missing.js";
import type { Need } from "./needs.js";

/** Directives that remotes have needs of. Of the others nothing is known. */
const KNOWN = /^(default|script|style|connect|worker|font|frame|child)-src(-elem)?$/;

/**
 * Hosts and schemes that an enforced policy allows and nobody needs. What is on the danger list is reported there, and what
 * `'strict-dynamic'` switches off is reported as that.
 */
export function unusedSources({ texts, policies }: ReadTexts, page: string, needs: readonly Need[]): Diagnostic[] {
  return texts.flatMap((text, index) => {
    if (text.reportOnly) return [];
    return (policies[index] ?? []).flatMap((policy) =>
      policy.directives.flatMap((directive) =>
        unusedIn(directive, policy, page, needs).map(({ start, text: source }) => {
          const frames = /^(frame|child)-src$/.test(directive.name) ? "; remotes never need frames" : "";
          const message = `nothing that is known needs \`${source}\` in \`${directive.name}\`${frames}`;
          return diagnostic("csp/unused-source", message, text.place(start));
        }),
      ),
    );
  });
}

function unusedIn(directive: CspDirective, policy: CspPolicy, page: string, needs: readonly Need[]) {
  if (!KNOWN.test(directive.name) || isSwitchedOff(directive)) return [];
  const own = needs.filter((need) => decides(directive.name, need.directive, policy));
  return directive.sources.filter(
    ({ kind, danger, text }) =>
      (kind === "host" || kind === "scheme") && danger === undefined && !explains(directive.name, text, page, own),
  );
}

export function isSwitchedOff({ name, sources }: CspDirective): boolean {
  return /^(script|default)-src(-elem)?$/.test(name) && sources.some(({ kind }) => kind === "strict-dynamic");
}

/** Whether a directive decides about requests of `asked` in this policy, and not a more specific one. */
export function decides(name: string, asked: string, { directives }: CspPolicy): boolean {
  const specific = asked === "script-src" || asked === "style-src" ? [`${asked}-elem`, asked] : [asked];
  const chain = [...specific, ...(asked === "worker-src" ? ["child-src", "script-src"] : []), "default-src"];
  return chain.find((one) => directives.some((directive) => directive.name === one)) === name;
}
