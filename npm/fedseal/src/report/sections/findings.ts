import { plural } from "../../check/formats/counted.js";
import { grouped, html, type Markup, prose, visible } from "../markup.js";
import type { FindingGroup, ReportModel } from "../model.js";
import type { Section } from "../page.js";

/** So many of a group are in the page as HTML; the script shows the others. */
const SHOWN = 50;

/** Findings with their fixes, by area and rule. */
export function findingsSection({ groups, counts }: ReportModel): Section {
  const all = counts.error + counts.warning + counts.note;
  const body =
    groups.length === 0
      ? html`<p class="empty good">Nothing was found.</p>`
      : html`${groups.map(group)}<p class="empty none" hidden>No finding matches.</p>`;
  const tone = counts.error > 0 ? "bad" : all > 0 ? "warn" : "good";
  return { id: "findings", title: "Findings", badge: grouped(all), tone, body };
}

/** The findings that are not in the page as HTML: index of the group → all its findings, as `[message, place]`. */
export function moreFindings({ groups }: ReportModel): Record<string, [string, string][]> {
  const many = groups.flatMap(({ items }, index): [string, [string, string][]][] =>
    items.length > SHOWN
      ? [[String(index), items.map(({ message, place }) => [visible(message), visible(place)])]]
      : [],
  );
  return Object.fromEntries(many);
}

function group({ area, rule, severity, summary, why, help, items }: FindingGroup, index: number): Markup {
  const more = items.length - SHOWN;
  return html`<article class="finding ${severity}" data-group="${index}">
<header><span class="level">${severity}</span> <h3><code>${rule}</code></h3> <span class="count">${plural(items.length, "finding")}</span></header>
<p class="summary">${prose(summary)}</p>
<ul class="items">
${items.slice(0, SHOWN).map(item)}</ul>
${
  more > 0 &&
  html`<p class="more"><button type="button" class="button">Show ${Math.min(more, 200)} more</button> <span>${SHOWN} of ${items.length} are shown.</span></p>
`
}<dl><dt>Fix</dt><dd>${prose(help)}</dd>${why !== "" && html`<dt>Why</dt><dd>${prose(why)}</dd>`}</dl>
<p class="hidden">Area: ${area}</p>
</article>
`;
}

function item({ message, place }: FindingGroup["items"][number]): Markup {
  return html`<li><span>${prose(message)}</span>${place !== "" && html` <code class="place">${place}</code>`}</li>
`;
}
