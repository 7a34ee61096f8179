import { size } from "../../summary.js";
import { grouped, html, type Markup, visible } from "../markup.js";
import type { ReportModel } from "../model.js";
import type { Section } from "../page.js";
import type { ExposeLoad, FileSum, Release } from "../release.js";

/** Names of one expose's files that are in the page; the table of files has all. */
const SHOWN = 50;
/** Exposes that are in the page. */
const MOST = 500;

/** What each remote seals: its exposes, a treemap of its files, and the same files as a table. */
export function sealsSection({ releases }: ReportModel): Section | undefined {
  if (releases.length === 0) return undefined;
  const files = releases.reduce((total, one) => total + one.files.length, 0);
  const unsealed = releases.filter(({ isSealed }) => !isSealed).length;
  return {
    id: "seals",
    title: "Sealed files",
    badge: unsealed > 0 ? `${unsealed} unsealed` : grouped(files),
    tone: unsealed > 0 ? "bad" : "plain",
    body: html`${releases.map(article)}`,
  };
}

/** The files for the scripts of the page: `[name, size, load, change, was, before]`; -1 is a size that is not known. */
export function treeData({ releases }: ReportModel): { name: string; isCompared: boolean; files: unknown[][] }[] {
  return releases.map(({ name, base, files }) => ({
    name: visible(name),
    isCompared: base !== undefined,
    files: files.map((file) => {
      const { size: bytes = -1, load, change = "", was = "", before = -1 } = file;
      return [visible(file.name), bytes, load, change, visible(was), before];
    }),
  }));
}

function article(release: Release, index: number): Markup {
  const { name, manifest, release: id, isSealed, files, exposes, unsized, base } = release;
  const present = files.filter(({ change }) => change !== "removed").length;
  const total = `${grouped(present)} ${present === 1 ? "file" : "files"}, ${size(release.size)}`;
  return html`<article class="release" data-release="${index}">
<header><h3>${name}</h3><p><code>${manifest}</code>${id !== undefined && html` · release <code>${id}</code>`} · ${total}${unsized > 0 && ` · the size of ${unsized} is not known`}</p></header>
${!isSealed && html`<p class="alert">This manifest is not sealed: hosts cannot check what they load.</p>\n`}${base && sinceBase(release)}${exposes.length > 0 && exposeTable(exposes)}<div class="map">
<div class="mapbar"><h4>Files by size</h4>
<label>Colour <select class="colour">${exposes.length > 0 && html`<option value="load">by how they load</option>`}<option value="kind">by kind</option>${base && html`<option value="change">by change</option>`}</select></label></div>
<div class="crumbs" role="group" aria-label="Folders of ${name}"></div>
<canvas role="img" aria-label="Treemap of the files of ${name} by size: ${total}. The table below lists the same files."></canvas>
<ul class="legend" aria-label="Colours"></ul>
<p class="tip" aria-hidden="true"></p>
</div>
<div class="files">
<div class="mapbar"><h4 id="files-${index}">All files</h4> <span class="shown"></span>
<label>Show <select class="which"><option value="">all</option><option value="entry">entry</option><option value="sync">sync</option><option value="async">async</option><option value="other">other</option>${base && ["added", "changed", "removed"].map((one) => html`<option value="${one}">${one}</option>`)}</select></label></div>
<div class="scroll" tabindex="0" role="group" aria-labelledby="files-${index}">
<table aria-labelledby="files-${index}"><thead><tr>
<th scope="col" aria-sort="none"><button type="button" data-sort="name">File</button></th>
<th scope="col" class="number" aria-sort="descending"><button type="button" data-sort="size">Size</button></th>
<th scope="col" aria-sort="none"><button type="button" data-sort="load">Loads</button></th>
${base && html`<th scope="col" aria-sort="none"><button type="button" data-sort="change">Change</button></th>`}</tr></thead><tbody>
${largest(release)}</tbody></table></div>
</div>
</article>
`;
}

/** The largest files, for readers without scripts; the script replaces them by all. */
function largest({ files, base }: Release): Markup {
  const rows = [...files].sort((one, other) => (other.size ?? -1) - (one.size ?? -1)).slice(0, 20);
  return html`${rows.map(
    ({ name, size: bytes, load, change }) =>
      html`<tr><th scope="row">${name}</th><td class="number">${bytes === undefined ? "–" : size(bytes)}</td><td>${change === "removed" ? "–" : load}</td>${base && html`<td>${change ?? ""}</td>`}</tr>
`,
  )}`;
}

function sinceBase({ size: now, base }: Release): Markup {
  if (!base) return html``;
  const { name, release, size: before, counts } = base;
  const grown = before > 0 ? now - before : undefined;
  const sign = grown === undefined || grown === 0 ? "" : grown > 0 ? "+" : "−";
  return html`<div class="base"><p>Compared with <b>${name}</b>${release !== undefined && html`, release <code>${release}</code>`}</p><ul class="tiles small">
${(["added", "changed", "removed", "same"] as const).map((one) => html`<li class="${one}"><b>${counts[one]}</b> <span>${one === "same" ? "unchanged" : one}</span></li>\n`)}${counts.unknown > 0 && html`<li><b>${counts.unknown}</b> <span>cannot be compared</span></li>\n`}${grown !== undefined && html`<li><b>${sign}${size(Math.abs(grown))}</b> <span>in size</span></li>\n`}</ul></div>
`;
}

function exposeTable(exposes: readonly ExposeLoad[]): Markup {
  const most = Math.max(1, ...exposes.map(({ sync, async: later }) => sync.size + later.size));
  return html`<h4>Exposes</h4>
<div class="scroll wide" tabindex="0" role="group" aria-label="Exposes">
<table><thead><tr><th scope="col">Expose</th><th scope="col">At once (sync)</th><th scope="col">Later (async)</th><th scope="col">Size</th></tr></thead><tbody>
${exposes.slice(0, MOST).map((one) => exposeRow(one, most))}</tbody></table></div>
${exposes.length > MOST && html`<p class="quiet">and ${grouped(exposes.length - MOST)} more exposes</p>\n`}`;
}

function exposeRow({ path, sync, async: later }: ExposeLoad, most: number): Markup {
  const width = (bytes: number) => ((bytes / most) * 200).toFixed(1);
  return html`<tr data-row><th scope="row"><code>${path}</code></th><td>${fileList(sync)}</td><td>${fileList(later)}</td><td><svg class="bar" viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true"><rect class="sync" width="${width(sync.size)}" height="10"/><rect class="async" x="${width(sync.size)}" width="${width(later.size)}" height="10"/></svg> ${size(sync.size + later.size)}</td></tr>
`;
}

function fileList({ files, size: bytes }: FileSum): Markup {
  if (files.length === 0) return html`<span class="quiet">none</span>`;
  const names = files.slice(0, SHOWN).map((name) => html`<li><code>${name}</code></li>`);
  const more = files.length > SHOWN && html`<li>and ${files.length - SHOWN} more</li>`;
  return html`<details><summary>${files.length} ${files.length === 1 ? "file" : "files"}, ${size(bytes)}</summary><ul>${names}${more}</ul></details>`;
}
