import { readCsp } from "@fedseal/binding";
import type { Need } from "./needs.js";
import { sourceFor } from "./patch.js";

/** How a policy is made. */
export interface GenerateOptions {
  /** The address of the page: what is of its origin becomes `'self'`. */
  page: string;
  /** `hosts`: the origins of scripts. `hashes`: the hashes of the seals, so that no other script of those origins runs. */
  scripts: "hosts" | "hashes";
  /** The nonce of the page's own scripts, or the place where a template puts it. */
  nonce?: string;
  /** Whether to require Trusted Types, and the names of policies beside `fedseal`. */
  trustedTypes?: readonly string[];
  /** Where violations are reported: a name in `Reporting-Endpoints`. */
  reportTo?: string;
}

/** What a server sends with the page. */
export interface GeneratedPolicy {
  headers: Record<string, string>;
  /** Call of the page before its first remote; only with Trusted Types. */
  trustedTypes?: string;
  /** What the policy could not be made to hold, and why. */
  notes: string[];
}

/** Why no policy can be made: a sentence without a full stop. */
export class NoPolicy extends Error {
  override readonly name = "NoPolicy";
}

/** Directives in the order in which they are written. */
const ORDER = [
  "default-src",
  "script-src",
  "style-src",
  "connect-src",
  "font-src",
  "img-src",
  "media-src",
  "worker-src",
];

/**
 * The narrowest policy that lets a page and these remotes work: nothing by default, the page's own origin, and what the needs
 * name. A tenant's policy is made of the needs of its remotes only.
 *
 * @throws NoPolicy
 */
export function generatePolicy(needs: readonly Need[], options: GenerateOptions): GeneratedPolicy {
  const { page, nonce, reportTo, trustedTypes } = options;
  const notes: string[] = [];
  const lists = new Map<string, Set<string>>([
    ["default-src", new Set(["'none'"])],
    ["script-src", scriptSources(needs, options, notes)],
    ["style-src", new Set(["'self'"])],
    ["connect-src", new Set(["'self'"])],
    ["font-src", new Set(["'self'"])],
    ["img-src", new Set(["'self'"])],
  ]);
  for (const { directive, url } of needs) {
    if (url === undefined || directive === "script-src") continue;
    const list = lists.get(directive) ?? new Set(["'self'"]);
    list.add(sourceFor(url, page));
    lists.set(directive, list);
  }
  if (needs.some(({ what }) => what === "WebAssembly")) lists.get("script-src")?.add("'wasm-unsafe-eval'");
  const module = needs.find(({ what }) => what === "import map");
  if (module && nonce === undefined) {
    throw new NoPolicy(
      `${module.who} consists of ES modules, whose hashes come in an import map, and browsers refuse it without a nonce: give one with --nonce`,
    );
  }
  for (const [name, list] of lists) for (const source of list) hold(name, source, nonce);
  const names = [...ORDER, ...[...lists.keys()].filter((name) => !ORDER.includes(name)).sort()];
  const directives = names.flatMap((name) => {
    const list = lists.get(name);
    return list ? [[name, ...sorted(list)].join(" ")] : [];
  });
  directives.push("base-uri 'none'", "form-action 'self'", "frame-ancestors 'self'");
  if (trustedTypes) {
    directives.push("require-trusted-types-for 'script'", ["trusted-types", "fedseal", ...trustedTypes].join(" "));
  }
  if (reportTo !== undefined) directives.push(`report-to ${reportTo}`);
  return {
    headers: {
      "Content-Security-Policy": directives.join("; "),
      // Import maps go by URL: a module that is redirected elsewhere has no hash there, and this refuses it.
      "Integrity-Policy": "blocked-destinations=(script)",
    },
    ...(trustedTypes && { trustedTypes: trustedTypesCall(needs, page) }),
    notes,
  };
}

function scriptSources(needs: readonly Need[], options: GenerateOptions, notes: string[]): Set<string> {
  const { page, nonce, scripts } = options;
  const sources = new Set(["'self'"]);
  if (nonce !== undefined) sources.add(`'nonce-${nonce}'`);
  const modules = new Set(needs.filter(({ what }) => what === "import map").map(({ who }) => who));
  for (const { directive, url, who, integrity } of needs) {
    if (directive !== "script-src" || url === undefined) continue;
    const isHashed = scripts === "hashes" && integrity !== undefined && !modules.has(who);
    const listed = isHashed ? hashesOf(integrity) : [];
    for (const source of listed.length > 0 ? listed : [sourceFor(url, page)]) sources.add(source);
  }
  if (scripts === "hashes") {
    for (const who of [...modules].sort()) {
      notes.push(
        `${who} consists of ES modules, which browsers do not compare with hashes of a policy: its origin is listed.`,
      );
    }
    const unsealed = new Set(
      needs
        .filter(
          ({ directive, url, integrity = "" }) => directive === "script-src" && url && !hashesOf(integrity).length,
        )
        .map(({ who }) => who),
    );
    for (const who of [...unsealed].sort()) notes.push(`${who} has scripts without a hash: its origin is listed.`);
  }
  return sources;
}

/** The hashes of `integrity` as sources. Options behind `?` mean nothing, as do algorithms that nobody knows (SRI, "parse metadata"). */
function hashesOf(integrity: string): string[] {
  const hashes = integrity.split(/\s+/).map((one) => one.split("?")[0] ?? "");
  return hashes.filter((one) => /^sha(256|384|512)-/i.test(one)).map((one) => `'${one}'`);
}

/**
 * Holds that a source is one expression of CSP and nothing else: names of hosts may have `;` and `,`, which end a directive or a policy.
 *
 * @throws NoPolicy
 */
function hold(directive: string, source: string, nonce: string | undefined): void {
  // What a template puts there is not known here.
  if (nonce !== undefined && source === `'nonce-${nonce}'`) return;
  if (source.includes("*")) {
    throw new NoPolicy(
      `${JSON.stringify(source)} cannot stand in \`${directive}\`: a wildcard lets in hosts that nobody named; give the host that serves the files`,
    );
  }
  const { policies } = readCsp({ text: `${directive} ${source}` });
  const [read, another] = policies.flatMap((policy) => policy.directives);
  const [only, more] = read?.sources ?? [];
  const isOne = policies.length === 1 && read?.name === directive && !another && only?.text === source && !more;
  if (isOne && only.kind !== "invalid") return;
  throw new NoPolicy(
    `${JSON.stringify(source)} cannot stand in \`${directive}\`: it is not one source expression of CSP`,
  );
}

/** `'none'` and `'self'` first, then nonces and keywords, origins and hashes, each in the order of their texts. */
function sorted(list: ReadonlySet<string>): string[] {
  const rank = (text: string) =>
    text === "'self'" || text === "'none'" ? 0 : text.startsWith("'nonce-") ? 1 : text.startsWith("'sha") ? 3 : 2;
  return [...list].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : one > other ? 1 : 0));
}

/** The narrow Trusted Types policy of the runtime: files of sealed manifests, and the origins of remotes without seals. */
function trustedTypesCall(needs: readonly Need[], page: string): string {
  const scripts = needs.filter(({ directive, url, integrity }) => directive === "script-src" && url && !integrity);
  const sources = scripts.flatMap(({ url }) => (url === undefined ? [] : [sourceFor(url, page)]));
  const origins = [...new Set(sources.map((source) => (source === "'self'" ? "self" : source)))].sort();
  return [
    'import { createTrustedTypesPolicy } from "@fedseal/runtime/trusted-types";',
    `createTrustedTypesPolicy(${origins.length > 0 ? `{ origins: ${JSON.stringify(origins)} }` : ""});`,
  ].join("\n");
}
