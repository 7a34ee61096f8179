import type { PageFacts, SharedCopy } from "../../check/facts.js";
import { html, type Markup } from "../markup.js";
import type { ReportModel } from "../model.js";
import type { Section } from "../page.js";

/** Shared packages as package × part, with the copy that each part runs with. */
export function sharedSection({ pages }: ReportModel): Section | undefined {
  if (pages.length === 0) return undefined;
  const lost = pages.flatMap(({ copies }) => copies.filter(({ isSatisfied }) => !isSatisfied)).length;
  return {
    id: "shared",
    title: "Shared packages",
    badge: lost > 0 ? `${lost} unsatisfied` : "",
    tone: lost > 0 ? "bad" : "plain",
    body: html`${pages.map(table)}`,
  };
}

function table({ parts, copies }: PageFacts): Markup {
  const [first] = parts;
  const others = parts.slice(1).map(({ name }) => name);
  const title = others.length > 0 ? `${first?.name} with ${others.join(", ")}` : `${first?.name} alone`;
  const packages = new Map<string, SharedCopy[]>();
  for (const copy of copies) packages.set(copy.package, [...(packages.get(copy.package) ?? []), copy]);
  return html`<h3>${title}</h3>
<div class="scroll wide" tabindex="0" role="group" aria-label="Shared packages of ${title}">
<table class="matrix"><thead><tr><th scope="col">Package</th>${parts.map(({ name, isHost }) => html`<th scope="col">${name} <span class="quiet">${isHost ? "host" : "remote"}</span></th>`)}<th scope="col">Copies that run</th></tr></thead><tbody>
${[...packages].map(([name, all]) => row(name, all, parts))}</tbody></table></div>
`;
}

function row(name: string, copies: readonly SharedCopy[], parts: PageFacts["parts"]): Markup {
  const winners = new Map<string, string>();
  for (const { gets } of copies) if (gets) winners.set(`${gets.version}\n${gets.of}`, `${gets.version} of ${gets.of}`);
  return html`<tr data-row><th scope="row"><code>${name}</code></th>${parts.map((part) => html`<td>${copies.filter((copy) => copy.part === part.name).map((copy) => cell(copy, winners))}</td>`)}<td>${winners.size === 0 ? html`<span class="bad">none</span>` : html`<span class="${winners.size > 1 ? "warn" : "good"}">${[...winners.values()].join(", ")}</span>`}</td></tr>
`;
}

function cell({ part, brings, needs, gets, isSatisfied }: SharedCopy, winners: ReadonlyMap<string, string>): Markup {
  const wins = brings !== undefined && winners.has(`${brings}\n${part}`);
  return html`<div class="copy${wins ? " wins" : ""}"><b>${brings ?? "brings none"}</b>${wins && html` <span class="badge good">runs</span>`}<br><span class="quiet">accepts ${needs === "*" ? "any version" : needs}</span><br><span class="${isSatisfied ? "good" : "bad"}">${gets ? `gets ${gets.version}${gets.of === part ? " of its own" : ` of ${gets.of}`}` : "gets none"}${!isSatisfied && gets && " (out of range)"}</span></div>`;
}
