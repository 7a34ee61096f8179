import type { PolicyFacts, PolicyNeed } from "../../check/facts.js";
import { html, type Markup } from "../markup.js";
import { placeOf, type ReportModel } from "../model.js";
import type { Section } from "../page.js";

/** What remotes need of the policy of the page, and what grants it. */
export function policySection({ policies }: ReportModel): Section | undefined {
  if (policies.length === 0) return undefined;
  const blocked = policies.flatMap(({ needs }) => needs.filter((one) => one.blocked > 0 && !one.isOptional)).length;
  const badge = blocked > 0 ? `${blocked} blocked` : "";
  return {
    id: "policy",
    title: "Policy",
    badge,
    tone: blocked > 0 ? "bad" : "plain",
    body: html`${policies.map(one)}`,
  };
}

function one({ page, policies, needs }: PolicyFacts): Markup {
  // No page is named: an address that nobody can open is nothing to read.
  const shown = page.endsWith(".invalid/") ? "The page of the policy" : page;
  return html`<article>
<header><h3>${shown}</h3></header>
${
  needs.length > 0 &&
  html`<div class="scroll wide" tabindex="0" role="group" aria-label="Needs">
<table><thead><tr><th scope="col">Who</th><th scope="col">Needs</th><th scope="col">Directive</th><th scope="col">From</th><th scope="col">Answer</th></tr></thead><tbody>
${needs.map(need)}</tbody></table></div>
`
}${policies.map(
  ({
    text,
    location,
    reportOnly,
  }) => html`<h4>${reportOnly ? "Policy that only reports" : "Policy"} <code class="place">${placeOf(location)}</code></h4>
<pre class="policy" tabindex="0" role="group" aria-label="Policy in ${placeOf(location)}">${text
    .split(";")
    .map((directive) => directive.trim())
    .filter((directive) => directive !== "")
    .join(";\n")}</pre>
`,
)}</article>
`;
}

function need({ who, what, directive, source, count, blocked, by, isOptional }: PolicyNeed): Markup {
  const answer =
    blocked === 0
      ? html`<span class="good">allowed</span>`
      : html`<span class="${isOptional ? "warn" : "bad"}">${blocked === count ? "blocked" : `${blocked} of ${count} blocked`}</span>`;
  const how =
    by.length > 0
      ? html`<ul class="flat">${by.slice(0, 5).map((expression) => html`<li><code>${expression}</code></li>`)}</ul>`
      : html` <span class="quiet">no directive restricts it</span>`;
  return html`<tr data-row><th scope="row">${who}</th><td>${count > 1 && `${count} × `}${what}${isOptional && html` <span class="quiet">(optional)</span>`}</td><td><code>${directive}</code></td><td><code>${source}</code></td><td>${answer} ${how}</td></tr>
`;
}
