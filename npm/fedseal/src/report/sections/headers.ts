import { html, type Markup } from "../markup.js";
import type { HeaderGroup, ReportModel } from "../model.js";
import type { Section } from "../page.js";

/** Files of a row that are named. */
const SHOWN = 50;

const NAMES: Record<string, string> = {
  entry: "Entry URLs",
  "tenant-manifest": "Manifest that depends on who asks",
  hashed: "Files with a hash in their names",
  unhashed: "Files without a hash in their names",
};

/** The headers that files are served with, by role. */
export function headersSection({ headers }: ReportModel): Section | undefined {
  if (headers.length === 0) return undefined;
  const roles = new Map<string, HeaderGroup[]>();
  for (const one of headers) roles.set(one.role, [...(roles.get(one.role) ?? []), one]);
  return {
    id: "headers",
    title: "Headers",
    badge: "",
    tone: "plain",
    body: html`${[...roles].map(([role, groups]) => table(NAMES[role] ?? role, groups))}`,
  };
}

function table(role: string, groups: readonly HeaderGroup[]): Markup {
  return html`<h3>${role}</h3>
<div class="scroll wide" tabindex="0" role="group" aria-label="${role}">
<table><thead><tr><th scope="col">Files</th><th scope="col">Cache-Control</th><th scope="col">Other headers</th><th scope="col">Seen at</th></tr></thead><tbody>
${groups.map(row)}</tbody></table></div>
`;
}

function row({ files, headers, from, status }: HeaderGroup): Markup {
  const { "cache-control": control, ...others } = headers;
  const rest = Object.entries(others).map(([name, value]) => html`<li><code>${name}: ${value}</code></li>`);
  const [first] = files;
  const names =
    files.length === 1
      ? html`<code>${first}</code>`
      : html`<details><summary>${files.length} files</summary><ul>${files.slice(0, SHOWN).map((file) => html`<li><code>${file}</code></li>`)}${files.length > SHOWN && html`<li>and ${files.length - SHOWN} more</li>`}</ul></details>`;
  return html`<tr data-row><td>${names}</td><td>${control === undefined ? html`<span class="bad">none</span>` : html`<code>${control}</code>`}</td><td>${rest.length > 0 ? html`<ul class="flat">${rest}</ul>` : html`<span class="quiet">none</span>`}</td><td>${from}${status !== undefined && html` <span class="quiet">(${status})</span>`}</td></tr>
`;
}
