import { type CspDirective, type CspPolicy, type CspSource, coversCsp, type Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import { allowedBy, explains, governs } from "./ask.js";
import type { ReadTexts } from "./missing.js";
import type { Need } from "./needs.js";
import { sourceFor } from "./patch.js";

/** What is compared: the effective directives of CSP3 6.8.1, and the directives about the document. */
const EFFECTIVE: Record<string, readonly string[]> = {
  "script-src-elem": ["script-src-elem", "script-src", "default-src"],
  "script-src-attr": ["script-src-attr", "script-src", "default-src"],
  "style-src-elem": ["style-src-elem", "style-src", "default-src"],
  "style-src-attr": ["style-src-attr", "style-src", "default-src"],
  "worker-src": ["worker-src", "child-src", "script-src", "default-src"],
  "frame-src": ["frame-src", "child-src", "default-src"],
  ...Object.fromEntries(
    ["connect", "font", "img", "manifest", "media", "object"].map((one) => [
      `${one}-src`,
      [`${one}-src`, "default-src"],
    ]),
  ),
  ...Object.fromEntries(["base-uri", "form-action", "frame-ancestors"].map((one) => [one, [one]])),
};

/** One enforced policy and the text that it is in. */
interface Enforced {
  policy: CspPolicy;
  text: number;
}

/**
 * What the head allows and the base did not, without a need that explains it. All policies of a page have to allow a request: what
 * one of the base let in stays as narrow as long as one of the head lets in no more. Else the one that it has most in common with is
 * at fault, or, where that says nothing, another one that does; fewer policies are a finding of their own.
 */
export function newSources(head: ReadTexts, base: ReadTexts, page: string, needs: readonly Need[]): Diagnostic[] {
  const now = enforcedOf(head);
  const before = enforcedOf(base);
  const found: Diagnostic[] = [];
  const alike = pairs(now, before);
  if (now.length < before.length) {
    const gone = before.filter((old) => !alike.some(([, taken]) => taken === old));
    const places = gone.flatMap(({ text }) => base.texts[text]?.place(0) ?? []);
    const files = [...new Set(places.map(({ file }) => file))];
    const left = now.length === 0 ? "now there is none" : `only ${now.length} of them is still enforced`;
    const message = `the base has ${policies(before.length)}, and ${left}; gone from ${files.join(", ")}`;
    // A line of the base is none of the file as it is now.
    const place = head.texts[0]?.place(0) ?? (files[0] === undefined ? undefined : { file: files[0] });
    found.push(diagnostic("csp/enforcement-removed", message, place));
  }
  for (const [one, old] of alike)
    found.push(...compared([one, ...now.filter((other) => other !== one)], old, head, { page, needs }));
  return found;
}

/** Each policy with its like of before; the most alike first. */
function pairs(now: readonly Enforced[], before: readonly Enforced[]): [Enforced, Enforced][] {
  const all = now.flatMap((one) => before.map((old) => ({ one, old, common: commonIn(one.policy, old.policy) })));
  const found: [Enforced, Enforced][] = [];
  for (const { one, old } of all.sort((a, b) => b.common - a.common)) {
    if (!found.some(([other, taken]) => other === one || taken === old)) found.push([one, old]);
  }
  return found.sort(([one], [other]) => now.indexOf(one) - now.indexOf(other));
}

/** How many values two policies share. */
function commonIn(one: CspPolicy, other: CspPolicy): number {
  const values = ({ directives }: CspPolicy) =>
    directives.flatMap(({ name, sources }) => [name, ...sources.map(({ text }) => `${name} ${text}`)]);
  const known = new Set(values(other));
  return values(one).filter((value) => known.has(value)).length;
}

function policies(count: number): string {
  return count === 1 ? "1 policy that is enforced" : `${count} policies that are enforced`;
}

function enforcedOf({ texts, policies }: ReadTexts): Enforced[] {
  return texts.flatMap(({ reportOnly }, text) =>
    reportOnly ? [] : (policies[text] ?? []).map((policy) => ({ policy, text })),
  );
}

/** A policy of the base against all of the head, of which the first one is the most alike. */
function compared(
  now: readonly [Enforced, ...Enforced[]],
  { policy: old }: Enforced,
  head: ReadTexts,
  { page, needs }: { page: string; needs: readonly Need[] },
): Diagnostic[] {
  const [like] = now;
  const found: Diagnostic[] = [];
  const added = new Map<CspSource, { is: CspDirective; was: CspDirective; text: number }>();
  const removed = new Map<string, string[]>();
  for (const [effective, chain] of Object.entries(EFFECTIVE)) {
    const was = governing(old, chain);
    // The base allowed everything.
    if (!was) continue;
    const decide = now.flatMap(({ policy, text }) => {
      const is = governing(policy, chain);
      return is ? [{ is, text, more: opened(is, was, page, effective) }] : [];
    });
    const [first] = decide;
    if (!first) removed.set(was.name, [...(removed.get(was.name) ?? []), effective]);
    else if (decide.every(({ more }) => more.length > 0)) {
      for (const source of first.more) added.set(source, { is: first.is, was, text: first.text });
    }
  }
  for (const [source, { is: directive, was, text }] of added) {
    // What is on the danger list, or lets scripts bring others, is explained by nobody but a person.
    const isBroad = source.danger !== undefined || source.kind === "strict-dynamic" || source.kind === "unsafe-inline";
    if (!isBroad && isExplained(source, { directive, was, page, needs })) continue;
    const danger = source.danger === undefined ? "" : `: ${source.danger.replace(/\.$/, "")}`;
    const isOfUse = danger === "" && explains(directive.name, source.text, page, needs);
    const none = isOfUse ? ", and lets in more than a manifest needs" : ", and no manifest needs it";
    const why = danger === "" ? none : danger;
    const message = `\`${source.text}\` is new in \`${directive.name}\`${why}`;
    found.push(diagnostic("csp/unexplained-source", message, head.texts[text]?.place(source.start)));
  }
  for (const [name, effective] of removed) {
    const message = `\`${name}\` is gone, so ${effective.map((one) => `\`${one}\``).join(", ")} allow everything`;
    const help = `Restore \`${name}\`, or add an exception of this rule with \`expression\`, \`owner\` and \`reason\`.`;
    found.push(diagnostic("csp/unexplained-source", message, head.texts[like.text]?.place(like.policy.start), help));
  }
  return found;
}

/** What a directive lets in and the one of before did not. */
function opened(is: CspDirective, was: CspDirective, page: string, effective: string): CspSource[] {
  return is.sources.filter(
    (source) => isAllowance(source, was) && !was.sources.some((one) => opensAll(one, source, page, effective)),
  );
}

function governing({ directives }: CspPolicy, chain: readonly string[]): CspDirective | undefined {
  for (const name of chain) {
    const found = directives.find((one) => one.name === name);
    if (found) return found;
  }
  return undefined;
}

/** Whether a value allows anything: `'none'`, what browsers ignore, and keywords about reports do not. */
function isAllowance({ kind, text }: CspSource, was: CspDirective): boolean {
  if (kind === "none" || kind === "invalid" || kind === "opaque") return false;
  if (kind === "keyword") return /^'(unsafe|wasm|trusted)-/i.test(text);
  // A page that has nonces has a new one each time.
  if (kind === "nonce") return !was.sources.some((one) => one.kind === "nonce");
  return true;
}

/** Whether a value lets in all that another one does: then the other opens nothing. */
function opensAll(old: CspSource, now: CspSource, page: string, effective: string): boolean {
  // Nonces and hashes have a case; what is not about URLs covers itself only.
  if (old.text.toLowerCase() === now.text.toLowerCase() && !/^(hash|nonce)$/.test(now.kind)) return true;
  return old.text === now.text || coversCsp(old.text, now.text, page, effective);
}

interface Asked {
  directive: CspDirective;
  /** The directive that decided before. */
  was: CspDirective;
  page: string;
  needs: readonly Need[];
}

/** Whether a need explains a value: one that it is there for, that was blocked before, and that needs just that. */
function isExplained({ text, kind }: CspSource, { directive, was, page, needs }: Asked): boolean {
  if (kind === "nonce") return needs.some(({ what }) => what === "import map");
  if (text.toLowerCase() === "'wasm-unsafe-eval'") return needs.some(({ what }) => what === "WebAssembly");
  if (kind === "hash") return explains(directive.name, text, page, needs);
  const narrow = new Map<string, boolean>();
  const isNarrow = ({ directive: asked, url = "" }: Need): boolean => {
    const source = sourceFor(url, page);
    const known = narrow.get(`${asked} ${source}`) ?? coversCsp(source, text, page, asked);
    narrow.set(`${asked} ${source}`, known);
    return known;
  };
  const asked = needs.filter(
    (need) => need.url !== undefined && governs(directive.name, need.directive) && isNarrow(need),
  );
  const hosts = was.sources.filter((one) => /^(any|host|scheme|self)$/.test(one.kind)).map((one) => one.text);
  const before = allowedBy(was.name, hosts, page, asked);
  const now = allowedBy(directive.name, [text], page, asked);
  return asked.some((_, index) => now[index] && !before[index]);
}
