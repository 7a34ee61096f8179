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
 * What the head allows and the base did not, without a need that explains it. Each policy is compared with the one of the base that
 * it has most in common with; more policies only restrict, and fewer are a finding of their own.
 */
export function newSources(head: ReadTexts, base: ReadTexts, page: string, needs: readonly Need[]): Diagnostic[] {
  const now = enforcedOf(head);
  const before = enforcedOf(base);
  const found: Diagnostic[] = [];
  if (now.length < before.length) {
    const message = `the base has ${policies(before.length)}, and ${now.length === 0 ? "none" : `only ${now.length}`} of them is still enforced`;
    found.push(diagnostic("csp/enforcement-removed", message, head.texts[0]?.place(0) ?? base.texts[0]?.place(0)));
  }
  for (const [one, old] of pairs(now, before)) found.push(...compared(one, old, head, { page, needs }));
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

function compared(
  { policy, text }: Enforced,
  { policy: old }: Enforced,
  head: ReadTexts,
  { page, needs }: { page: string; needs: readonly Need[] },
): Diagnostic[] {
  const place = (offset: number) => head.texts[text]?.place(offset);
  const found: Diagnostic[] = [];
  const added = new Map<CspSource, { is: CspDirective; was: CspDirective }>();
  const removed = new Map<string, string[]>();
  for (const [effective, chain] of Object.entries(EFFECTIVE)) {
    const was = governing(old, chain);
    const is = governing(policy, chain);
    // The base allowed everything.
    if (!was) continue;
    if (!is) {
      removed.set(was.name, [...(removed.get(was.name) ?? []), effective]);
      continue;
    }
    for (const source of is.sources) {
      const isOld = was.sources.some((one) => opensAll(one, source, page, effective));
      if (isAllowance(source, was) && !isOld) added.set(source, { is, was });
    }
  }
  for (const [source, { is: directive, was }] of added) {
    // What is on the danger list, or lets scripts bring others, is explained by nobody but a person.
    const isBroad = source.danger !== undefined || source.kind === "strict-dynamic" || source.kind === "unsafe-inline";
    if (!isBroad && isExplained(source, { directive, was, page, needs })) continue;
    const danger = source.danger === undefined ? "" : `: ${source.danger.replace(/\.$/, "")}`;
    const isOfUse = danger === "" && explains(directive.name, source.text, page, needs);
    const none = isOfUse ? ", and lets in more than a manifest needs" : ", and no manifest needs it";
    const why = danger === "" ? none : danger;
    const message = `\`${source.text}\` is new in \`${directive.name}\`${why}`;
    found.push(diagnostic("csp/unexplained-source", message, place(source.start)));
  }
  for (const [name, effective] of removed) {
    const message = `\`${name}\` is gone, so ${effective.map((one) => `\`${one}\``).join(", ")} allow everything`;
    const help = `Restore \`${name}\`, or add an exception of this rule with \`expression\`, \`owner\` and \`reason\`.`;
    found.push(diagnostic("csp/unexplained-source", message, place(policy.start), help));
  }
  return found;
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
