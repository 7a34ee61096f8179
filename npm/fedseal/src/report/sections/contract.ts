import type { ContractChange, ContractFacts } from "../../check/facts.js";
import { plural } from "../../check/formats/counted.js";
import { html, type Markup, prose } from "../markup.js";
import { placeOf, type ReportModel } from "../model.js";
import type { Section } from "../page.js";

/** Characters of a stub that are in the page. */
const LONGEST_STUB = 20_000;
/** Exposes whose types are in the page, and differences. */
const MOST = 500;

const EFFECT = { major: "breaking", minor: "compatible", patch: "invisible" };
const TONE = { major: "error", minor: "note", patch: "quiet" };

/** The types that remotes promise, and what changed since the release before. */
export function contractSection({ contracts }: ReportModel): Section | undefined {
  if (contracts.length === 0) return undefined;
  const changes = contracts.flatMap((one) => one.changes?.all ?? []);
  const breaking = changes.filter(({ level }) => level === "major").length;
  const isCompared = contracts.some((one) => one.changes);
  const badge = breaking > 0 ? `${breaking} breaking` : isCompared ? String(changes.length) : "";
  const tone = breaking > 0 ? "bad" : "plain";
  return { id: "contract", title: "Contract", badge, tone, body: html`${contracts.map(article)}` };
}

function article({ remote, version, file, exposes, externals, changes }: ContractFacts): Markup {
  return html`<article>
<header><h3>${remote} ${version}</h3><p><code>${file}</code></p></header>
${
  changes
    ? html`<h4>Since ${changes.against}</h4>
${changes.all.length === 0 ? html`<p class="empty good">The types are unchanged.</p>\n` : html`<p>The changes need ${changes.bump === "none" ? "no new version" : html`a <b>${changes.bump}</b> version`}.</p><ul class="changes">${changes.all.slice(0, MOST).map(change)}</ul>${changes.all.length > MOST && html`<p>and ${changes.all.length - MOST} more</p>`}\n`}`
    : html`<p class="quiet">Nothing to compare with: name the release before with <code>--base</code>.</p>\n`
}<h4>${plural(exposes.length, "expose")}</h4>
${exposes.slice(0, MOST).map(
  ({ path, source, stub }) =>
    html`<details class="stub" data-row><summary><code>${path}</code> <span class="quiet">${source}</span></summary><pre tabindex="0" role="group" aria-label="Types of ${path}">${stub.slice(0, LONGEST_STUB)}${stub.length > LONGEST_STUB && "\n…"}</pre></details>
`,
)}${exposes.length > MOST && html`<p>and ${exposes.length - MOST} more</p>`}${
  externals.length > 0 &&
  html`<h4>Packages that the types import</h4>
<ul class="chips">${externals.map(({ name, range }) => html`<li data-row><code>${name}</code> ${range}</li>`)}</ul>
`
}</article>
`;
}

function change({ rule, export: path, level, message, because, before, after, location }: ContractChange): Markup {
  const place = placeOf(location);
  return html`<li class="finding ${TONE[level]}" data-row><header><span class="level">${EFFECT[level]}</span> <code>${path}</code></header>
<p class="summary">${prose(message)}</p><p>${prose(because)}</p>
${(before !== undefined || after !== undefined) && html`<div class="diff">${before !== undefined && html`<pre class="del"><span class="hidden">before: </span>${before}</pre>`}${after !== undefined && html`<pre class="add"><span class="hidden">after: </span>${after}</pre>`}</div>\n`}<p class="quiet"><code>${rule}</code>${place !== "" && html` · <code>${place}</code>`}</p></li>
`;
}
