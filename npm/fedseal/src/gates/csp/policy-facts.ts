import type { PolicyFacts, PolicyGrants, PolicyNeed, PolicySource } from "../../check/facts.js";
import { ask, explains } from "./ask.js";
import type { Need } from "./needs.js";
import { sourceFor } from "./patch.js";
import type { PolicyText } from "./policy-text.js";
import { readText } from "./read-text.js";
import { decides } from "./shrink.js";

/** The policies of a page, and for each kind of request whether they allow it. Policies that only report block nothing. */
export function policyFacts(policies: readonly PolicyText[], page: string, needs: readonly Need[]): PolicyFacts {
  const groups = new Map<string, PolicyNeed & { by: string[] }>();
  // A policy that is too large to be read is a finding, and nobody can be asked about it.
  const isRead = policies.length > 0 && policies.every((one) => readText(one).tooLarge === undefined);
  const answers = isRead ? ask(policies, page, needs) : [];
  for (const [index, need] of needs.entries()) {
    const { who, what, directive, url, isOptional = false } = need;
    const source = url === undefined ? keywordFor(need) : sourceFor(url, page);
    const key = JSON.stringify([who, directive, what, source]);
    const counts = { count: 0, blocked: 0, unknown: 0 };
    const group = groups.get(key) ?? { who, what, directive, source, ...counts, by: [], isOptional };
    groups.set(key, group);
    group.count += 1;
    const answer = answers[index];
    if (!answer) {
      group.unknown += 1;
      continue;
    }
    if (!answer.allowed) group.blocked += 1;
    const by = answer.directive === undefined ? "" : [answer.directive, answer.expression].filter(Boolean).join(" ");
    if (by !== "" && !group.by.includes(by)) group.by.push(by);
  }
  const rank = ({ blocked, isOptional }: PolicyNeed) => (blocked === 0 ? 2 : isOptional ? 1 : 0);
  return {
    page,
    policies: policies.map((policy) => grantsOf(policy, page, needs)),
    // What is blocked first.
    needs: [...groups.values()].sort((one, other) => rank(one) - rank(other)),
  };
}

/** What each source expression of a policy grants, and to whom. */
function grantsOf(policy: PolicyText, page: string, needs: readonly Need[]): PolicyGrants {
  const { text, reportOnly, place } = policy;
  const byName = new Map<string, Need[]>();
  for (const need of needs) {
    const own = byName.get(need.who);
    if (own) own.push(need);
    else byName.set(need.who, [need]);
  }
  const directives = readText(policy).policies.flatMap((read) =>
    read.directives.map(({ name, sources }) => {
      const own = [...byName].map(
        ([who, all]) => [who, all.filter(({ directive }) => decides(name, directive, read))] as const,
      );
      return {
        name,
        sources: sources.map(({ text: source, danger }): PolicySource => {
          const neededBy = own.filter(([, some]) => explains(name, source, page, some)).map(([who]) => who);
          return { text: source, neededBy, ...(danger !== undefined && { danger }) };
        }),
      };
    }),
  );
  return { location: place(0), text, reportOnly, directives };
}

/** What allows a request without a URL. */
function keywordFor({ what }: Need): string {
  return what === "WebAssembly" ? "'wasm-unsafe-eval'" : "'nonce-…'";
}
