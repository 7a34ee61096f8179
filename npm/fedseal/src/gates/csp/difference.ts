import type { CspDirective, CspPolicy, CspSource, Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import { explains } from "./ask.js";
import type { ReadTexts } from "./missing.js";
import type { Need } from "./needs.js";

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
  const added = new Map<CspSource, CspDirective>();
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
      if (isAllowance(source, was) && !was.sources.some((one) => isSame(one, source))) added.set(source, is);
    }
  }
  for (const [source, directive] of added) {
    // What is on the danger list, or lets scripts bring others, is explained by nobody but a person.
    const isBroad = source.danger !== undefined || source.kind === "strict-dynamic" || source.kind === "unsafe-inline";
    if (!isBroad && explained(source, directive, page, needs)) continue;
    const danger = source.danger === undefined ? "" : `: ${source.danger.replace(/\.$/, "")}`;
    const why = danger === "" ? ", and no manifest needs it" : danger;
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

function isSame(one: CspSource, other: CspSource): boolean {
  if (one.kind !== other.kind) return false;
  // Paths, nonces and hashes have a case.
  const normal = ({ text, kind }: CspSource) =>
    kind === "host" ? text.replace(/^([a-z][a-z0-9+.-]*:\/\/)?[^/]*/i, (origin) => origin.toLowerCase()) : text;
  return kindHasCase(one) ? normal(one) === normal(other) : one.text.toLowerCase() === other.text.toLowerCase();
}

function kindHasCase({ kind }: CspSource): boolean {
  return kind === "host" || kind === "hash" || kind === "nonce";
}

function explained({ text, kind }: CspSource, { name }: CspDirective, page: string, needs: readonly Need[]): boolean {
  if (kind === "nonce") return needs.some(({ what }) => what === "import map");
  if (text.toLowerCase() === "'wasm-unsafe-eval'") return needs.some(({ what }) => what === "WebAssembly");
  return explains(name, text, page, needs);
}
