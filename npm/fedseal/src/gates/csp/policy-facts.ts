import type { PolicyFacts, PolicyNeed } from "../../check/facts.js";
import { ask } from "./ask.js";
import type { Need } from "./needs.js";
import { sourceFor } from "./patch.js";
import type { PolicyText } from "./policy-text.js";

/** The policies of a page, and for each kind of request whether they allow it. Policies that only report block nothing. */
export function policyFacts(policies: readonly PolicyText[], page: string, needs: readonly Need[]): PolicyFacts {
  const groups = new Map<string, PolicyNeed & { by: string[] }>();
  const answers = policies.length > 0 ? ask(policies, page, needs) : [];
  for (const [index, need] of needs.entries()) {
    const { who, what, directive, url, isOptional = false } = need;
    const source = url === undefined ? keywordFor(need) : sourceFor(url, page);
    const key = JSON.stringify([who, directive, what, source]);
    const group = groups.get(key) ?? { who, what, directive, source, count: 0, blocked: 0, by: [], isOptional };
    groups.set(key, group);
    group.count += 1;
    const answer = answers[index];
    if (!answer) continue;
    if (!answer.allowed) group.blocked += 1;
    const by = answer.directive === undefined ? "" : [answer.directive, answer.expression].filter(Boolean).join(" ");
    if (by !== "" && !group.by.includes(by)) group.by.push(by);
  }
  const texts = policies.map(({ text, reportOnly, place }) => ({ text, reportOnly, location: place(0) }));
  return { page, policies: texts, needs: [...groups.values()] };
}

/** What allows a request without a URL. */
function keywordFor({ what }: Need): string {
  return what === "WebAssembly" ? "'wasm-unsafe-eval'" : "'nonce-…'";
}
