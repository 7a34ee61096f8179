import { type CspAnswer, type CspRequest, type CspText, testCsp } from "@fedseal/binding";
import type { Need } from "./needs.js";
import { asWritten, type PolicyText, rendered } from "./policy-text.js";

/** The page of a policy whose own address nobody has said: of another origin than every remote. */
export const UNKNOWN_PAGE = "https://the-page.invalid/";

/** What policies say about needs, in their order. */
export function ask(policies: readonly PolicyText[], page: string, needs: readonly Need[]): CspAnswer[] {
  const requests = needs.map((need) => requestOf(need, policies));
  return answered(policies.map(asText), page, requests).map((answer) => inWordsOf(policies, answer));
}

/** An answer in the words of the file that decided. */
export function inWordsOf(policies: readonly PolicyText[], answer: CspAnswer): CspAnswer {
  const text = answer.text === undefined ? undefined : policies[answer.text];
  if (!text) return answer;
  const { expression, reason } = answer;
  return {
    ...answer,
    reason: asWritten(text, reason),
    ...(expression !== undefined && { expression: asWritten(text, expression) }),
  };
}

/** Whether one value of a directive is enough for a need. */
export function explains(directive: string, source: string, page: string, needs: readonly Need[]): boolean {
  const own = candidates(source, needs).filter((need) => need.url !== undefined && governs(directive, need.directive));
  const isHash = source.startsWith("'");
  const asked = hasPath(source) ? own : different(own, isHash);
  const requests = asked.map((need) => requestOf(need, []));
  return answered([{ text: `${directive} ${source}` }], page, requests).some(({ allowed }) => allowed);
}

/** For each need whether values of a directive are enough for it. */
export function allowedBy(
  directive: string,
  sources: readonly string[],
  page: string,
  needs: readonly Need[],
): boolean[] {
  const requests = needs.map((need) => requestOf(need, []));
  const text = [directive, ...sources].join(" ");
  return answered([{ text }], page, requests).map(({ allowed }) => allowed);
}

/** Needs by the host of their URL: a list of many sources is asked about thousands of files. */
const HOSTS = new WeakMap<readonly Need[], Map<string, Need[]>>();

/** The needs that a source can be about: those of its host, if it names one. */
function candidates(source: string, needs: readonly Need[]): readonly Need[] {
  const [, host] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?:[:/]|$)/i.exec(source) ?? [];
  // `https:` looks like a host with a port.
  if (host === undefined || source.endsWith(":")) return needs;
  let hosts = HOSTS.get(needs);
  if (!hosts) {
    hosts = new Map();
    for (const need of needs) {
      const { hostname } = new URL(need.url ?? "none:");
      const list = hosts.get(hostname);
      if (list) list.push(need);
      else hosts.set(hostname, [need]);
    }
    HOSTS.set(needs, hosts);
  }
  return hosts.get(host.toLowerCase()) ?? [];
}

function hasPath(source: string): boolean {
  // Base64 has slashes.
  return !source.startsWith("'") && source.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").includes("/");
}

/** Without a path, a source allows all files of an origin or none, and a hash those that have it: one question for each. */
function different(needs: readonly Need[], isHash: boolean): Need[] {
  const found = new Map<string, Need>();
  for (const need of needs) {
    const key = `${need.directive} ${isHash ? need.integrity : new URL(need.url ?? "").origin}`;
    if (!found.has(key)) found.set(key, need);
  }
  return [...found.values()];
}

const GOVERNS = new Map<string, boolean>();

/** Whether a directive can decide about requests of another: itself, or as its fallback. */
export function governs(directive: string, asked: string): boolean {
  const key = `${directive} ${asked}`;
  const known = GOVERNS.get(key);
  if (known !== undefined) return known;
  const request = { directive: asked, url: "https://x.invalid/" };
  const [answer] = answered([{ text: `${directive} 'none'` }], UNKNOWN_PAGE, [request]);
  const decides = answer?.directive === directive;
  GOVERNS.set(key, decides);
  return decides;
}

export function asText(policy: PolicyText): CspText {
  return { text: rendered(policy), reportOnly: policy.reportOnly, meta: policy.meta };
}

function answered(texts: CspText[], page: string, requests: CspRequest[]): CspAnswer[] {
  const { answers, error } = testCsp(texts, page, requests);
  // Texts are read, and URLs made, before anything is asked.
  if (error !== undefined) throw new Error(`the policies could not be asked: ${error}`);
  return answers;
}

/** fedseal gives its import map the nonce of the page's own scripts, whatever that is. */
function requestOf({ directive, url, integrity, what }: Need, policies: readonly PolicyText[]): CspRequest {
  if (what === "WebAssembly") return { directive, wasm: true };
  if (url === undefined) return { directive, inline: "{}", nonce: nonceOf(policies) ?? "" };
  return { directive, url, ...(integrity !== undefined && { integrity }) };
}

/** A nonce that every enforced policy about scripts has, or else any. */
function nonceOf(policies: readonly PolicyText[]): string | undefined {
  const nonces = policies
    .filter((policy) => !policy.reportOnly)
    .map((policy) => new Set([...rendered(policy).matchAll(/'nonce-([^']+)'/gi)].map(([, nonce = ""]) => nonce)))
    .filter((one) => one.size > 0);
  const [first = new Set<string>()] = nonces;
  return [...first].find((nonce) => nonces.every((one) => one.has(nonce))) ?? [...first][0];
}
