import { plural } from "../../check/formats/counted.js";
import { size } from "../../summary.js";
import { grouped, html, type Markup, prose } from "../markup.js";
import type { ReportModel } from "../model.js";

const HEADLINES = {
  clean: "Everything holds",
  warnings: "Nothing blocks, with warnings",
  findings: "There are errors",
  unchecked: "Not everything could be checked",
};

/** What it comes to, and what became of each area. */
export function overview({ verdict, counts, areas, releases }: ReportModel): Markup {
  const present = releases.flatMap(({ files }) => files.filter(({ change }) => change !== "removed"));
  const bytes = releases.reduce((total, one) => total + one.size, 0);
  const exposes = releases.reduce((total, one) => total + one.exposes.length, 0);
  const tiles: [string, string, string][] = [
    [grouped(counts.error), counts.error === 1 ? "error" : "errors", counts.error > 0 ? "bad" : ""],
    [grouped(counts.warning), counts.warning === 1 ? "warning" : "warnings", counts.warning > 0 ? "warn" : ""],
    [grouped(counts.note), counts.note === 1 ? "note" : "notes", ""],
    ...(releases.length > 0
      ? ([
          [grouped(present.length), present.length === 1 ? "file" : "files", ""],
          [size(bytes), "in the closure", ""],
          [grouped(exposes), exposes === 1 ? "expose" : "exposes", ""],
        ] as [string, string, string][])
      : []),
  ];
  return html`<section id="overview" aria-labelledby="overview-title">
<div class="verdict ${verdict.state}">
<h1 id="overview-title">${HEADLINES[verdict.state]}</h1>
<p>${verdict.line}</p>
</div>
<ul class="tiles">
${tiles.map(([value, name, tone]) => html`<li class="${tone}"><b>${value}</b> <span>${name}</span></li>\n`)}</ul>
<h2 class="hidden">Areas</h2>
<ul class="areas">
${areas.map(({ area, state, mark }) => html`<li class="${mark}"><b>${area}</b> <span>${prose(state)}</span></li>\n`)}</ul>
${releases.flatMap(({ name, base }) => (base ? [difference(name, base)] : []))}</section>`;
}

function difference(
  name: string,
  { name: base, counts }: NonNullable<ReportModel["releases"][number]["base"]>,
): Markup {
  const words = (["added", "changed", "removed"] as const)
    .filter((one) => counts[one] > 0)
    .map((one) => `${plural(counts[one], "file")} ${one}`);
  return html`<p class="since"><b>${name}</b> since ${base}: ${words.length > 0 ? words.join(", ") : "no file changed"}</p>
`;
}
