import { fedsealError } from "./errors.js";
import {
  absolute,
  baseOf,
  type Claim,
  claims,
  claimsOf,
  collect,
  type FederationManifest,
  tokensOf,
} from "./manifest.js";
import { moduleUrl } from "./module-url.js";
import type { IntegrityMode } from "./policy.js";

/** One `<link>` for a page's head. */
export interface FederationManifestPreloadLink {
  rel: "preload" | "stylesheet";
  href: string;
  as?: "script" | "style";
  /** The token that the browser checks; without one nothing vouches for the file. */
  integrity?: string;
  crossorigin: "anonymous" | "use-credentials";
}

/** Options of both functions. */
export interface PreloadOptions {
  /** Which hash is used. Default: `prefer-integrity`. */
  integrity?: { mode?: IntegrityMode };
  /** Fail where a file has no hash. Default: `true`: a link without one loads whatever is served. */
  requireIntegrity?: boolean;
  /** Lazy chunks: none, styles, scripts or all. Default: `none`. */
  asyncChunkPolicy?: "none" | "css" | "js" | "all";
  /** Default: `anonymous`. Has to be what the remote's `output.crossOriginLoading` says, or files are loaded twice. */
  crossorigin?: "anonymous" | "use-credentials";
}

/** Links by route, and all of them once. */
export interface FederationManifestPreloadPlan {
  manifestUrl: string;
  remoteName: string;
  routes: { route: string; exposes: string[]; links: FederationManifestPreloadLink[] }[];
  links: FederationManifestPreloadLink[];
}

/**
 * The links that load an expose early: its remoteEntry, scripts and styles, each with its integrity. For the HTML of a
 * server that renders the page.
 *
 * @throws ERR_FEDSEAL_OPTIONS for an expose that is not in the manifest, ERR_FEDSEAL_METADATA_MISSING for a file without
 * a hash, ERR_FEDSEAL_METADATA_MALFORMED
 */
export function collectFederationManifestPreloadLinks(
  manifestUrl: string | URL,
  manifest: FederationManifest,
  expose: string,
  options: PreloadOptions = {},
): FederationManifestPreloadLink[] {
  const url = absolute(manifestUrl).href;
  const { asyncChunkPolicy = "none", crossorigin = "anonymous", requireIntegrity = true, integrity } = options;
  const bare = (name: string | undefined) => name?.replace(/^\.\//, "");
  const index = manifest.exposes.findIndex(({ path, name }) => bare(path) === bare(expose) || name === bare(expose));
  if (index < 0) {
    const known = manifest.exposes.map(({ path, name }) => path ?? name).join(", ");
    throw fedsealError("ERR_FEDSEAL_OPTIONS", url, `exposes no ${expose}; it has ${known || "none"}.`);
  }
  const byUrl = new Map<string, Claim[]>();
  for (const claim of claims(manifest, url)) collect(byUrl, claim);
  const files = new Map([...byUrl].map(([file, claims]) => [file, tokensOf(claims, url, integrity?.mode)]));
  const { remoteEntry } = manifest.metaData;
  const module = remoteEntry?.type === "module" || remoteEntry?.type === "esm";
  // Not `modulepreload`: after one, Firefox takes no import map, and a module remote cannot be held to its hashes.
  const script = { rel: "preload", as: "script" } as const;
  const style = { rel: "preload", as: "style" } as const;
  const { js, css } = manifest.exposes[index]?.assets ?? {};
  const lazy = (type: "js" | "css") => asyncChunkPolicy === "all" || asyncChunkPolicy === type;
  const groups: [typeof script | typeof style, unknown][] = [
    [script, remoteEntry?.name ? [remoteEntry] : []],
    [script, Array.isArray(js) ? js : [js?.sync, lazy("js") ? js?.async : []]],
    [style, Array.isArray(css) ? css : [css?.sync, lazy("css") ? css?.async : []]],
  ];

  const base = baseOf(manifest, url);
  const links = new Map<string, FederationManifestPreloadLink>();
  for (const [kind, group] of groups) {
    for (const { url: file } of [group]
      .flat(2)
      .filter(Boolean)
      .flatMap((entry) => [...claimsOf([entry], base, url)])) {
      const token = files.get(file)?.[0];
      if (token === undefined && requireIntegrity) {
        throw fedsealError(
          "ERR_FEDSEAL_METADATA_MISSING",
          file,
          `has no hash in ${url}: a link to it would load whatever is served.`,
        );
      }
      const href = module && kind === script && token !== undefined ? moduleUrl(file, token) : file;
      links.set(href, { ...kind, href, ...(token !== undefined && { integrity: token }), crossorigin });
    }
  }
  return [...links.values()];
}

/**
 * The links of every route of an application: `{ "/product/:id": ["./Button"] }`.
 *
 * @throws as {@link collectFederationManifestPreloadLinks}
 */
export function createFederationManifestPreloadPlan(
  manifestUrl: string | URL,
  manifest: FederationManifest,
  routes: Readonly<Record<string, string | readonly string[]>>,
  options: PreloadOptions = {},
): FederationManifestPreloadPlan {
  const url = absolute(manifestUrl).href;
  const unique = (links: FederationManifestPreloadLink[]) => [
    ...new Map(links.map((link) => [link.href, link])).values(),
  ];
  const planned = Object.entries(routes).map(([route, names]) => {
    const exposes = typeof names === "string" ? [names] : [...names];
    return {
      route,
      exposes,
      links: unique(exposes.flatMap((name) => collectFederationManifestPreloadLinks(url, manifest, name, options))),
    };
  });
  return {
    manifestUrl: url,
    remoteName: manifest.name ?? manifest.metaData.name ?? "",
    routes: planned,
    links: unique(planned.flatMap(({ links }) => links)),
  };
}
