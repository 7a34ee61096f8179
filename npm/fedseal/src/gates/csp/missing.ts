import type { CspAnswer, CspPolicy, Diagnostic, Location } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import { ask } from "./ask.js";
import type { Need } from "./needs.js";
import { directiveAt, patched, sourceFor } from "./patch.js";
import { hasTemplate, type PolicyText } from "./policy-text.js";

/** Policies, and what each text was read as. */
export interface ReadTexts {
  texts: readonly PolicyText[];
  /** By text. */
  policies: readonly CspPolicy[][];
}

/** A patch of this length still fits on a line that people read. */
const LONGEST_PATCH = 400;

/** Needs of one cause: one line of the policy cures them. */
interface Group {
  needs: Need[];
  answer: CspAnswer;
  source: string;
}

/**
 * What the page blocks and remotes need: one finding per remote, directive and origin. Policies that only report are asked by
 * themselves, and what they would block is a warning.
 */
export function missingSources({ texts, policies }: ReadTexts, page: string, needs: readonly Need[]): Diagnostic[] {
  const enforced = texts.map((text, index) => ({ text, index })).filter(({ text }) => !text.reportOnly);
  const reporting = texts.map((text, index) => ({ text, index })).filter(({ text }) => text.reportOnly);
  const all = [{ part: enforced, isReport: false }, ...reporting.map((one) => ({ part: [one], isReport: true }))];
  return all.flatMap(({ part, isReport }) => {
    const shown = part.map(({ text }) => text);
    const read = part.map(({ index }) => policies[index] ?? []);
    // A policy that only reports, asked as if it blocked.
    const asked = shown.map((text) => ({ ...text, reportOnly: false }));
    const answers = ask(asked, page, needs);
    return findings({ needs, answers, page, texts: shown, policies: read, isReport });
  });
}

interface Asked {
  needs: readonly Need[];
  answers: readonly CspAnswer[];
  page: string;
  texts: readonly PolicyText[];
  policies: readonly CspPolicy[][];
  isReport: boolean;
}

function findings(asked: Asked): Diagnostic[] {
  const groups = new Map<string, Group>();
  const disputed = new Map<string, Diagnostic>();
  const dynamic = new Map<string, Diagnostic>();
  for (const [index, need] of asked.needs.entries()) {
    const answer = asked.answers[index];
    // What a sandbox takes away is said of the sandbox (`csp/page-sandboxed`): no source would give it back.
    if (!answer || answer.directive === "sandbox") continue;
    const source = need.url === undefined ? "" : sourceFor(need.url, asked.page);
    const key = [need.who, need.directive, source, need.what === "import map", answer.text, answer.start].join("\n");
    if (!answer.allowed) {
      const group = groups.get(key);
      if (group) group.needs.push(need);
      else groups.set(key, { needs: [need], answer, source });
    } else if (/^'strict-dynamic'$/i.test(answer.expression ?? "") && !asked.isReport) {
      const message = `\`'strict-dynamic'\` in \`${answer.directive}\` lets the scripts of ${need.who} in from any server; no host list is asked`;
      dynamic.set(`${answer.text}`, diagnostic("csp/host-list-ignored", message, placeOf(answer, asked)));
    } else if (answer.disputed && need.url && !asked.isReport && !disputed.has(key)) {
      const message = `\`${answer.expression}\` in \`${answer.directive}\` allows ${need.url} by the specification: ${answer.disputed}`;
      const help = `Write \`${source}\` instead.`;
      disputed.set(key, diagnostic("csp/engines-differ", message.replace(/\.$/, ""), placeOf(answer, asked), help));
    }
  }
  const optional = [...groups.values()].filter(({ needs }) => needs.every((need) => need.isOptional));
  const needed = [...groups.values()].filter((group) => !optional.includes(group));
  // What cures the needs of an origin cures its optional ones.
  const left = optional.filter(({ source, needs }) =>
    needed.every((one) => one.source !== source || one.needs[0]?.directive !== needs[0]?.directive),
  );
  const shown = [
    ...needed.map((group) => finding(group, needed, asked)),
    ...left.map((group) => finding(group, groups.values(), asked)),
  ];
  return [...shown, ...disputed.values(), ...dynamic.values()];
}

/** `all` are the groups that are written into one line with this one where it is the same directive. */
function finding(group: Group, all: Iterable<Group>, asked: Asked): Diagnostic {
  const { needs, answer } = group;
  const [first] = needs;
  if (!first) throw new Error("a group of needs is empty");
  const directive = answer.directive ?? first.directive;
  const verb = asked.isReport ? "reports" : "blocks";
  const place = placeOf(answer, asked);
  if (first.what === "import map") {
    const message = `\`${directive}\` ${verb} the import map that the ES modules of ${first.who} need: it has no nonce`;
    return level(diagnostic("csp/import-map-blocked", message, place), asked.isReport);
  }
  if (first.what === "WebAssembly") {
    const message = `\`${directive}\` ${verb} WebAssembly, which ${first.who} has`;
    const help = `Add \`'wasm-unsafe-eval'\` to \`${directive}\`.`;
    return level(diagnostic("csp/source-missing", message, place, help), asked.isReport);
  }
  const more = needs.length > 1 ? ` and ${needs.length - 1} more of that origin` : "";
  const purpose = first.isOptional ? `fedseal cannot ${first.what}` : `${first.who} needs the ${first.what}`;
  const message = `\`${directive}\` ${verb} ${first.url}${more}, and ${purpose}${because(answer)}`;
  const found = diagnostic(
    "csp/source-missing",
    message.replace(/\.$/, ""),
    place,
    helpFor(first, answer, sourcesBeside(group, all), asked),
  );
  return level(found, asked.isReport || needs.every((need) => need.isOptional));
}

/** The sources that the same directive of the same policy lacks: a line with one of them would take the others away again. */
function sourcesBeside({ needs, answer }: Group, all: Iterable<Group>): string[] {
  const same = [...all].filter(
    (one) =>
      one.answer.text === answer.text &&
      one.answer.start === answer.start &&
      one.needs[0]?.directive === needs[0]?.directive,
  );
  return [...new Set(same.map((one) => one.source))].filter((one) => one !== "");
}

function helpFor(need: Need, answer: CspAnswer, sources: readonly string[], { texts, policies }: Asked): string {
  const index = answer.text ?? 0;
  const governing = directiveAt(policies[index] ?? [], answer.start ?? 0);
  const added = sources.map((source) => `\`${source}\``).join(" and ");
  if (!governing) return `Add ${added} to \`${need.directive}\`.`;
  const line = patched(need.directive, sources, governing);
  const policy = texts.length > 1 ? " in this policy; every policy of the page has to allow it" : "";
  const name = line.split(" ")[0];
  if (line.length > LONGEST_PATCH) return `Add ${added} to \`${name}\`${policy}.`;
  return `Write \`${line}\`${policy}.`;
}

function placeOf({ text, start }: CspAnswer, { texts }: Asked): Location | undefined {
  return text === undefined ? undefined : texts[text]?.place(start ?? 0);
}

function level(found: Diagnostic, isWarning: boolean): Diagnostic {
  return isWarning ? { ...found, severity: "warning" } : found;
}

/** Why it is blocked, as far as that is more than that nothing in the list matches. */
function because({ reason }: CspAnswer): string {
  const more = reason.replace(/^No source expression in `[^`]+` matches \S+\.( |$)/, "");
  return more === "" ? "" : `. ${more}`;
}

/** Nonces that everybody can read. */
export function staticNonces({ texts, policies }: ReadTexts): Diagnostic[] {
  return texts.flatMap((text, index) => {
    if (!text.isStatic || hasTemplate(text)) return [];
    const sources = (policies[index] ?? []).flatMap(({ directives }) =>
      directives.flatMap((one) => one.sources.map((source) => ({ ...source, directive: one.name }))),
    );
    return sources
      .filter(({ kind }) => kind === "nonce")
      .map((one) => {
        const message = `\`${one.text}\` in \`${one.directive}\` is the same for everybody: the file is static`;
        return diagnostic("csp/static-nonce", message, text.place(one.start));
      });
  });
}
