/** How files are served and cached: the key `cache` of the configuration. Paths are relative to the configuration. */
export interface CacheSettings {
  /** The URL that serves the output folder; it is probed. Localhost works. Default: none. */
  origin?: string;
  /** Origins of the shells that load the remote from elsewhere. Default: any; `[]`: only pages of the same origin do. */
  shells?: string[];
  /** Which platform reads `_headers`. Default: by `netlify.toml` or `wrangler.{toml,json,jsonc}`, else both. */
  platform?: "netlify" | "cloudflare";
  /** `vercel.json`. Default: the one beside the configuration, where there is one. */
  vercel?: string;
  /** A configuration of nginx, which is run and probed. */
  nginx?: NginxSettings;
  /** The manifest of the release before, as a file or URL: its files must still be served. */
  previous?: string;
  /** Files of the output folder whose URL stays and whose content changes, beside manifests, remote entries and pages; names, no patterns. */
  entries?: string[];
  /** Seconds for which an entry may be reused without asking. Default: 300. */
  entrySeconds?: number;
  /** Whether each deployment purges the entries from shared caches. Default: false. */
  purged?: boolean;
  /** Whether the manifest depends on who asks. Default: false. */
  tenantManifest?: boolean;
}

/** A configuration of nginx. */
export interface NginxSettings {
  /** The file: a whole configuration, `server` blocks (`conf.d/default.conf`), or what stands in a `server` block. */
  file: string;
  /** The folder on the server that holds the output folder, as `root` names it: `/usr/share/nginx/html`. */
  root?: string;
  /** The path of the URL that serves the output folder, with `/` at both ends. Default: `/`. */
  base?: string;
}

/** The entries that are no file: what was meant stays unjudged. They are names, and a pattern is the name of no file. */
export function missingIn(files: Iterable<string>, { entries = [] }: Pick<CacheSettings, "entries">): string[] {
  const there = new Set(files);
  return entries.filter((entry) => !there.has(entry));
}

/** Why an entry is no file, for people. */
export function aboutMissing(entry: string, folders: readonly string[]): string {
  const pattern = /[*?[{]/.test(entry) ? "; an entry is the name of a file, and no pattern" : "";
  return `has ${JSON.stringify(entry)}, and there is no such file in ${folders.join(", ")}${pattern}`;
}

const text = { type: "string", minLength: 1 } as const;
const texts = { type: "array", items: text } as const;

/** The JSON Schema of {@link CacheSettings}. */
export const CACHE_SCHEMA = {
  type: "object",
  additionalProperties: false,
  description: "How files are served and cached.",
  properties: {
    origin: { ...text, description: "The URL that serves the output folder; it is probed." },
    shells: { ...texts, description: "Origins of the shells that load the remote. Default: any." },
    platform: { enum: ["netlify", "cloudflare"], description: "Which platform reads `_headers`." },
    vercel: { ...text, description: "`vercel.json`. Default: the one beside the configuration." },
    nginx: {
      type: "object",
      additionalProperties: false,
      required: ["file"],
      description: "A configuration of nginx, which is run and probed.",
      properties: {
        file: { ...text, description: "The file of the configuration." },
        root: { ...text, description: "The folder on the server that holds the output folder." },
        base: {
          type: "string",
          pattern: "^/([^/?#]+/)*$",
          description: "The path of the URL that serves the output folder, such as /shop/.",
        },
      },
    },
    previous: { ...text, description: "The manifest of the release before, as a file or URL." },
    entries: {
      ...texts,
      description: "Names of further files whose URL stays and whose content changes; no patterns.",
    },
    entrySeconds: {
      type: "integer",
      minimum: 0,
      maximum: 2147483647,
      description: "Seconds for which an entry may be reused without asking. Default: 300.",
    },
    purged: { type: "boolean", description: "Whether each deployment purges the entries from shared caches." },
    tenantManifest: { type: "boolean", description: "Whether the manifest depends on who asks." },
  },
} as const;
