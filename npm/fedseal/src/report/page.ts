import { createHash } from "node:crypto";
import { html, Markup, scriptJson } from "./markup.js";
import type { ReportModel } from "./model.js";
import { contractSection } from "./sections/contract.js";
import { findingsSection, moreFindings } from "./sections/findings.js";
import { headersSection } from "./sections/headers.js";
import { overview } from "./sections/overview.js";
import { policySection } from "./sections/policy.js";
import { sealsSection, treeData } from "./sections/seals.js";
import { sharedSection } from "./sections/shared.js";

/** The parts of the page that are no HTML. */
export interface PageParts {
  style: string;
  /** ES modules, in the order in which they run. */
  scripts: readonly string[];
}

/** A section of the page; undefined where there is nothing to show. */
export interface Section {
  id: string;
  title: string;
  /** Shown beside the title: `12`, `3 blocked`. */
  badge: string;
  tone: "good" | "bad" | "warn" | "plain";
  body: Markup;
}

/**
 * The report as one HTML document that loads nothing: style, scripts and data are in it, and its policy lets in only those, by
 * their hashes (CSP3, section 6.7.3.3). The same model and parts give the same bytes.
 */
export function page(model: ReportModel, { style, scripts }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.map(hashSource).join(" ")}`,
    `style-src ${hashSource(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  const sections = [
    findingsSection(model),
    sealsSection(model),
    contractSection(model),
    headersSection(model),
    policySection(model),
    sharedSection(model),
  ].filter((one) => one !== undefined);
  const data = { releases: treeData(model), findings: moreFindings(model) };
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${model.title} · fedseal report</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header class="top">
<div class="brand">${LOGO}<span>fedseal</span><b>${model.title}</b></div>
<div class="tools">
<label class="search"><span class="hidden">Search the report</span><input id="search" type="search" placeholder="Search files, rules, packages" autocomplete="off" spellcheck="false"></label>
<button id="theme" type="button" aria-pressed="false"><span class="hidden">Dark colours</span>${THEME}</button>
</div>
</header>
<div class="frame">
<nav aria-label="Sections"><ul>
<li><a href="#overview">Overview</a></li>
${sections.map(({ id, title, badge, tone }) => html`<li><a href="#${id}">${title}${badge !== "" && html` <span class="badge ${tone}">${badge}</span>`}</a></li>\n`)}</ul></nav>
<main id="main" tabindex="-1">
<p id="matches" role="status"></p>
${overview(model)}
${sections.map(
  ({ id, title, badge, tone, body }) => html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}${badge !== "" && html` <span class="badge ${tone}">${badge}</span>`}</h2>
${body}
</section>
`,
)}</main>
</div>
<script type="application/json" id="data">${scriptJson(data)}</script>
${scripts.map((script) => html`<script type="module">${new Markup(script)}</script>\n`)}</body>
</html>`;
  return document.text;
}

function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

const LOGO = new Markup(
  '<svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><path d="M16 1.5 28 6v9.5C28 23 22.8 28.4 16 30.5 9.2 28.4 4 23 4 15.5V6z"/><path class="tick" d="m10 15.8 4.3 4.4L22.4 12"/></svg>',
);
const THEME = new Markup(
  '<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8.5"/><path class="half" d="M12 3.5a8.5 8.5 0 0 1 0 17z"/></svg>',
);
