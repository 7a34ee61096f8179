import type { Algorithm, Entries } from "@fedseal/binding";
import type { IntegrityMode, RedirectPolicy, Unsealed } from "@fedseal/runtime/plugin";
import { validate } from "schema-utils";

export type { Algorithm, Entries, IntegrityMode, RedirectPolicy, Unsealed };

/** Options of {@link FedsealPlugin}; every one may be left out. */
export interface FedsealPluginOptions {
  /**
   * A manifest to seal beside the ones that fedseal finds, relative to the output folder. Found are the files that each
   * ModuleFederationPlugin of the configuration says, and every `mf-manifest.json` of the build.
   */
  manifest?: string;
  /**
   * How asset entries are written: `"object"` with hashes (default), or `"string"` as Module Federation wrote them, for
   * hosts without `@fedseal/runtime`. The closure and the hashes of `remoteEntry` are written in both cases.
   */
  entries?: Entries;
  /** The hash of `integrity`: `"sha384"` (default), `"sha256"` or `"sha512"`. `contentHash` is always SHA-256. */
  algorithm?: Algorithm;
  /** Globs of files that are loadable although their name does not end in `.js .mjs .cjs .css .wasm .json`. */
  include?: string[];
  /** Globs of files that no page loads. What the manifest names is sealed all the same. */
  exclude?: string[];
  /**
   * The release this build belongs to: an id, or an object. Default: the environment variable `FEDSEAL_RELEASE`, else
   * an id derived from the closure, which is the same whenever the files are.
   */
  release?: string | Release;
  /** Hash again what was written, after the build, and fail on a difference. Default: in production mode. */
  verify?: boolean;
  /**
   * How a host holds its remotes to their seals, and a remote its chunks; `false` builds neither in. Default: what nothing
   * seals is loaded with a warning, what is sealed runs as sealed or not at all.
   */
  enforce?: false | EnforceOptions;
  /**
   * Extracts the contract of what the remote exposes, beside the build, and emits it as `mf-contract.json` next to the
   * manifest, sealed with everything else. `true` or an object; default: no contract.
   */
  contract?: boolean | ContractOptions;
  /** `false` builds without fedseal. Default: `true`. */
  enabled?: boolean;
}

/** How the contract of a remote is extracted. */
export interface ContractOptions {
  /** How its changes are judged: `"standard"` (default), `"strict"` for a design system, or `"experimental"`. */
  profile?: "standard" | "strict" | "experimental";
  /** Version of the remote (SemVer 2.0.0). Default: that of its package.json. */
  version?: string;
  /** The tsconfig, relative to the compiler's context. Default: `tsconfig.json`, where there is one. */
  tsconfig?: string;
}

/** What the host's runtime plugin is told; the types are those of `@fedseal/runtime/plugin`. */
export interface EnforceOptions {
  /**
   * What happens to what nothing seals: `"block"`, `"warn"` or `"allow"`, for all remotes or by name, where `"*"` stands
   * for the others. Default: `"warn"`. A remote that is always sealed belongs on `"block"`.
   */
  unsealed?: Unsealed | Record<string, Unsealed>;
  /** Origins of manifests and of what they list: `https://cdn.example.com`, `https://*.example.com`, `self`. Default: all. */
  origins?: string[];
  /** Which hash has to be there. Default: `"prefer-integrity"`. */
  mode?: IntegrityMode;
  /** A URL that gets every error as JSON by POST. Errors are on the console and in `fedseal` events of the window, too. */
  report?: string;
  /** Which redirects of a manifest are followed. Default: `"same-origin"`. */
  redirect?: RedirectPolicy;
  /** Remote → URL of its manifest, for remotes named by their entry. Default: `mf-manifest.json` beside the entry. */
  manifests?: Record<string, string>;
  /** Milliseconds for a manifest. Default: 10,000. */
  timeout?: number;
  /** Largest manifest in bytes. Default: 10 MiB. */
  maxBytes?: number;
  /** Most files that a manifest may list. Default: 50,000. */
  maxFiles?: number;
  /** In Node: milliseconds and bytes for each file of a remote. Default: 30,000 ms, 128 MiB. */
  files?: { timeout?: number; maxBytes?: number };
}

/** A release; what is left out is taken from the manifest or derived from the closure. */
export interface Release {
  /** Names the release; two releases never share it. */
  id?: string;
  /** As in `metaData.buildInfo`. */
  buildName?: string;
  /** As in `metaData.buildInfo`. */
  buildVersion?: string;
}

const text = { type: "string", minLength: 1 } as const;
const globs = { type: "array", items: text } as const;
const unsealed = { enum: ["block", "warn", "allow"] } as const;

const schema = {
  type: "object",
  additionalProperties: false,
  properties: {
    manifest: {
      ...text,
      description: "A manifest to seal beside the ones that are found, relative to the output folder.",
    },
    entries: { enum: ["object", "string"], description: "How asset entries are written." },
    algorithm: { enum: ["sha256", "sha384", "sha512"], description: "The hash of `integrity`." },
    include: { ...globs, description: "Globs of files that are loadable although their name does not say so." },
    exclude: { ...globs, description: "Globs of files that no page loads." },
    release: {
      description: "The release this build belongs to.",
      anyOf: [
        text,
        {
          type: "object",
          additionalProperties: false,
          properties: { id: text, buildName: text, buildVersion: text },
        },
      ],
    },
    verify: { type: "boolean", description: "Hash again what was written and fail on a difference." },
    enforce: {
      description: "How a host holds its remotes to their seals.",
      anyOf: [
        { enum: [false] },
        {
          type: "object",
          additionalProperties: false,
          properties: {
            unsealed: {
              description: "What happens to what nothing seals.",
              anyOf: [unsealed, { type: "object", additionalProperties: unsealed }],
            },
            origins: {
              type: "array",
              items: { ...text, pattern: "^(self|https?://(\\*\\.)?[^/*?#@]+)$" },
              description: "Origins that manifests, entries and chunks may come from, without a path.",
            },
            mode: {
              enum: ["prefer-integrity", "integrity", "content-hash", "both"],
              description: "Which hash has to be there.",
            },
            report: { ...text, description: "A URL that gets every error as JSON." },
            redirect: {
              enum: ["error", "same-origin", "origins"],
              description: "Which redirects of a manifest are followed.",
            },
            manifests: {
              type: "object",
              additionalProperties: text,
              description: "Remote to URL of its manifest, for remotes named by their entry.",
            },
            timeout: { type: "number", exclusiveMinimum: 0, description: "Milliseconds for a manifest." },
            maxBytes: { type: "number", exclusiveMinimum: 0, description: "Largest manifest in bytes." },
            maxFiles: { type: "number", exclusiveMinimum: 0, description: "Most files that a manifest may list." },
            files: {
              type: "object",
              additionalProperties: false,
              description: "In Node: limits for each file of a remote.",
              properties: {
                timeout: { type: "number", exclusiveMinimum: 0, description: "Milliseconds for a file." },
                maxBytes: { type: "number", exclusiveMinimum: 0, description: "Largest file in bytes." },
              },
            },
          },
        },
      ],
    },
    contract: {
      description: "Extracts the contract of what the remote exposes.",
      anyOf: [
        { type: "boolean" },
        {
          type: "object",
          additionalProperties: false,
          properties: {
            profile: { enum: ["standard", "strict", "experimental"], description: "How its changes are judged." },
            version: { ...text, description: "Version of the remote." },
            tsconfig: { ...text, description: "The tsconfig, relative to the compiler's context." },
          },
        },
      ],
    },
    enabled: { type: "boolean", description: "`false` builds without fedseal." },
  },
} as const;

/** Throws a `ValidationError` that names option, value and what is allowed. */
export function validateOptions(options: FedsealPluginOptions): void {
  // Compiling the schema takes a tenth of a second; without options there is nothing to check.
  if (isEmptyObject(options)) return;
  // schema-utils types its schema as a mutable JSON Schema; ours is a constant.
  validate(schema as unknown as Parameters<typeof validate>[0], options, {
    name: "FedsealPlugin",
    baseDataPath: "options",
  });
  const { origins = [] } = options.enforce || {};
  for (const item of origins) {
    // As the browser compares it: an item that is written otherwise would match nothing, and everything be refused.
    const written = item === "self" ? item : new URL(item.replace("//*.", "//")).origin;
    const meant = item.includes("//*.") ? written.replace("//", "//*.") : written;
    if (meant !== item)
      throw new Error(
        `FedsealPlugin: options.enforce.origins: write ${JSON.stringify(meant)} in place of ${JSON.stringify(item)}.`,
      );
  }
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}

/** The release of the caller: option first, then the environment. */
export function releaseOf(option: string | Release | undefined, environment: NodeJS.ProcessEnv): Release {
  const release = typeof option === "string" ? { id: option } : { ...option };
  const fromEnvironment = environment.FEDSEAL_RELEASE;
  if (release.id === undefined && fromEnvironment) release.id = fromEnvironment;
  return release;
}
