import type { PageNeeds } from "./needs.js";

/** What policies of pages are made of. */
export interface PolicyRules extends PageNeeds {
  /** Origin of the pages. */
  origin: string;
  /** What of a remote's server may be loaded. */
  allow: "folders" | "origins";
  /** What single remotes need. */
  remotes: Readonly<Record<string, PageNeeds>>;
  /** Path that violations are reported to. */
  reports?: string | undefined;
  integrityPolicy: boolean;
}

/** Remote → address of its manifest. */
export type Manifests = Readonly<Record<string, string>>;

/** Directive → its values, in the order in which they are written. */
export type Directives = ReadonlyMap<string, readonly string[]>;

/** Directives in which the files of a remote are: the manifest is a `fetch`, all else is scripts, styles, and what those name. */
const OF_FILES = ["script-src", "style-src", "connect-src", "img-src", "font-src"];

/** The folder of a manifest, which is where a release has its files. */
export function folderOf(manifest: string): string {
  return new URL(".", manifest).href;
}

/**
 * The narrowest policy under which a page works with these remotes, and with no other. Addresses have been looked at by
 * `problemOfAddress`.
 */
export function directivesFor(manifests: Manifests, rules: PolicyRules): Directives {
  const lists = new Map<string, Set<string>>(OF_FILES.map((name) => [name, new Set()]));
  const types = new Set(rules.trustedTypes);
  const add = (directive: string, address: string) => {
    const list = lists.get(directive) ?? new Set();
    lists.set(directive, list);
    // What is of the page's own origin is in `'self'`.
    if (new URL(address).origin !== rules.origin) list.add(sourceOf(address));
  };
  const addFolder = (folder: string) => {
    for (const directive of OF_FILES) add(directive, rules.allow === "folders" ? folder : new URL(folder).origin);
  };
  const addNeeds = ({ apis = [], folders = [], needs = {}, trustedTypes = [] }: PageNeeds) => {
    for (const api of apis) add("connect-src", api);
    for (const folder of folders) addFolder(folder);
    for (const [directive, addresses] of Object.entries(needs)) {
      // Named without an address: the page's own origin.
      if (!lists.has(directive)) lists.set(directive, new Set());
      for (const address of addresses) add(directive, address);
    }
    for (const name of trustedTypes) types.add(name);
  };
  addNeeds(rules);
  for (const [remote, manifest] of Object.entries(manifests)) {
    addFolder(folderOf(manifest));
    const own = Object.hasOwn(rules.remotes, remote) ? rules.remotes[remote] : undefined;
    if (own) addNeeds(own);
  }
  return new Map([
    ["default-src", ["'none'"]],
    ...[...lists].map(([name, list]): [string, string[]] => [name, ["'self'", ...[...list].sort()]]),
    ["base-uri", ["'none'"]],
    ["form-action", ["'self'"]],
    ["frame-ancestors", ["'none'"]],
    // Only the page knows whether it makes fedseal's policy before its first remote; without it nothing loads.
    ...(rules.trustedTypes === undefined
      ? []
      : ([
          ["require-trusted-types-for", ["'script'"]],
          ["trusted-types", ["fedseal", ...[...types].filter((name) => name !== "fedseal").sort()]],
        ] as [string, string[]][])),
    ...(rules.reports === undefined ? [] : ([["report-to", ["csp"]]] as [string, string[]][])),
  ]);
}

/** An address as a source expression (CSP3, section 2.3.1), which has no query; a whole origin has no path. */
function sourceOf(address: string): string {
  if (/^[a-z]+:$/.test(address)) return address;
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname === "/" ? "" : pathname}`;
}

/** The page's own inline scripts. */
export interface Inline {
  nonce?: string | undefined;
  /** As in `sha256-…`. */
  hashes?: readonly string[];
}

/** Base64 of 32, 48 or 64 bytes. */
const HASH = /^(sha256-[A-Za-z0-9+/]{43}=|sha384-[A-Za-z0-9+/]{64}|sha512-[A-Za-z0-9+/]{86}==)$/;

/** The policy with a page's inline scripts. The nonce counts for `<style>`, too: who knows it may run scripts. */
export function withInline(directives: Directives, { nonce, hashes = [] }: Inline): Directives {
  if (nonce !== undefined && !/^[A-Za-z0-9+/_-]{22,}={0,2}$/.test(nonce)) {
    throw new TypeError("a nonce is base64 of 16 random bytes or more");
  }
  const wrong = hashes.find((hash) => !HASH.test(hash));
  if (wrong !== undefined) throw new TypeError(`${JSON.stringify(wrong)} is not the hash of an inline script`);
  const nonces = nonce === undefined ? [] : [`'nonce-${nonce}'`];
  const more: Record<string, string[]> = {
    "script-src": [...nonces, ...hashes.map((hash) => `'${hash}'`)],
    "style-src": nonces,
  };
  return new Map([...directives].map(([name, values]) => [name, [...values, ...(more[name] ?? [])]]));
}

/** The value of `Content-Security-Policy`. */
export function textOf(directives: Directives): string {
  return [...directives].map(([name, values]) => [name, ...values].join(" ")).join("; ");
}

/** The header fields of a page. */
export function headersOf(
  directives: Directives,
  { origin, reports, integrityPolicy }: PolicyRules,
): Record<string, string> {
  const endpoints = reports === undefined ? "" : ", endpoints=(csp)";
  return {
    "content-security-policy": textOf(directives),
    ...(integrityPolicy && { "integrity-policy": `blocked-destinations=(script)${endpoints}` }),
    ...(reports !== undefined && { "reporting-endpoints": `csp="${origin}${reports}"` }),
    // With `no-referrer`, the page's own forms would be sent with `Origin: null` (Fetch, section 3.2).
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
  };
}
