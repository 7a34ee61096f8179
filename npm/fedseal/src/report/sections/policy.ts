import type { PolicyFacts, PolicyGrants, PolicyNeed, PolicySource } from "../../check/facts.js";
import { html, type Markup, prose } from "../markup.js";
import { placeOf, type ReportModel } from "../model.js";
import type { Section } from "../page.js";

/** Source expressions of a directive that are in the page. */
const MOST = 500;
/** Characters of a policy that are in the page. */
const LONGEST = 20_000;

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
}${policies.map(grants)}</article>
`;
}

function grants({ text, location, reportOnly, directives }: PolicyGrants): Markup {
  return html`<h4>${reportOnly ? "Policy that only reports" : "Policy"} <code class="place">${placeOf(location)}</code></h4>
<div class="scroll wide" tabindex="0" role="group" aria-label="Grants of the policy in ${placeOf(location)}">
<table><thead><tr><th scope="col">Directive</th><th scope="col">Grants</th></tr></thead><tbody>
${directives.map(({ name, sources }) => html`<tr data-row><th scope="row"><code>${name}</code></th><td><ul class="flat">${sources.slice(0, MOST).map(source)}</ul>${sources.length > MOST && html`<p>and ${sources.length - MOST} more</p>`}</td></tr>\n`)}</tbody></table></div>
<details><summary>As written</summary><pre tabindex="0" role="group" aria-label="Text of the policy in ${placeOf(location)}">${text.slice(0, LONGEST)}${text.length > LONGEST && "…"}</pre></details>
`;
}

function source({ text, danger, neededBy }: PolicySource): Markup {
  const use = neededBy.length > 0 && html` <span class="good">needed by ${neededBy.join(", ")}</span>`;
  return html`<li><code>${text}</code>${use}${danger !== undefined && html` <span class="bad">${prose(danger)}</span>`}</li>`;
}

function need({ who, what, directive, source, count, blocked, unknown, by, isOptional }: PolicyNeed): Markup {
  const answer =
    unknown > 0
      ? html`<span class="warn">not known</span>`
      : blocked === 0
        ? html`<span class="good">allowed</span>`
        : html`<span class="${isOptional ? "warn" : "bad"}">${blocked === count ? "blocked" : `${blocked} of ${count} blocked`}</span>`;
  const how =
    by.length > 0
      ? html`<ul class="flat">${by.slice(0, 5).map((expression) => html`<li><code>${expression}</code></li>`)}</ul>`
      : unknown === 0 && html` <span class="quiet">no directive restricts it</span>`;
  return html`<tr data-row><th scope="row">${who}</th><td>${count > 1 && `${count} × `}${what}${isOptional && html` <span class="quiet">(optional)</span>`}</td><td><code>${directive}</code></td><td><code>${source}</code></td><td>${answer} ${how}</td></tr>
`;
}
