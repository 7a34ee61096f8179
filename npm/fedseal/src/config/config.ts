import type { Severity } from "@fedseal/binding";
import type { Profile } from "../contract/contract.js";
import type { CacheSettings } from "../gates/cache/settings.js";
import type { CspSettings } from "../gates/csp/settings.js";
import type { SignatureSettings } from "../gates/integrity/settings.js";
import type { SharedSettings } from "../gates/shared/settings.js";

/**
 * The configuration of fedseal: `fedseal.config.{json,jsonc,js,mjs,ts}`. Every key is optional. Paths and globs of files are
 * relative to the file itself, unless a key says otherwise.
 */
export interface FedsealConfig {
  /** For editors: the path of `fedseal.config.schema.json` of this package. */
  $schema?: string;
  /** What `fedseal check` looks at: output folders, and URLs of manifests that a server serves. Default: `dist`. */
  targets?: (string | FolderTarget | UrlTarget)[];
  /** The manifest, relative to the output folder. Default: found. */
  manifest?: string;
  /** Globs of files that are loadable although their name does not say so, relative to the output folder. */
  include?: string[];
  /** Globs of files that no page loads, relative to the output folder. */
  exclude?: string[];
  /** What `--base` is without the option: a git ref, a folder, a URL, or `last`. Default: no comparison. */
  base?: string;
  /** What `--base last` means: a git ref, a folder or a URL. Default: the nearest git tag before this commit. */
  lastRelease?: string;
  /** Rule → level. A rule is switched off by an exception only, which has an owner and a reason. */
  rules?: Record<string, Severity>;
  /** Findings that are accepted. */
  exceptions?: Exception[];
  /** How the contract of a remote is compared. */
  contract?: ContractSettings;
  /** How files are served and cached. */
  cache?: CacheSettings;
  /** The Content Security Policy of the page that loads the remotes. */
  csp?: CspSettings;
  /** Packages that the parts of a page share. */
  shared?: SharedSettings;
  /** Who signs the manifests. */
  signature?: SignatureSettings;
  /** Limits of requests. */
  http?: HttpSettings;
}

/** An output folder. */
export interface FolderTarget {
  folder: string;
  /** In place of the key of the same name at the top; the same holds for the next two. */
  manifest?: string;
  include?: string[];
  exclude?: string[];
}

/** A manifest that a server serves. */
export interface UrlTarget {
  /** Of http or https. */
  url: string;
}

/** A finding that is accepted, by whom and why. It counts where everything that it names is true of the finding. */
export interface Exception {
  /** Id of the rule, `area/wrong-pattern`. */
  rule: string;
  /** Glob of the file or URL that the finding is located in. */
  file?: string;
  /** A text that the message of the finding holds as a whole word: a file, a source expression, a package. */
  expression?: string;
  /** Who answers for it: a team or a person. */
  owner: string;
  /** Why it is accepted. */
  reason: string;
  /** The last day on which it counts, in UTC: `2027-01-31`. Default: no end. */
  until?: string;
}

/** How contracts are compared, and which package holds them. */
export interface ContractSettings {
  /** The contract package: a folder or the name of an installed package. Default: `@platform/mfe-contracts`. */
  package?: string;
  /** How changes are judged. Default: as locked, else `standard`. */
  profile?: Profile;
  /** Milliseconds for one comparison. Default: 60,000. */
  timeout?: number;
}

/** Limits of requests. A server that does not keep to them was not checked. */
export interface HttpSettings {
  /** Milliseconds for a URL, retries and redirects included. Default: 30,000. */
  timeout?: number;
  /** Milliseconds without a byte. Default: 10,000. */
  idleTimeout?: number;
  /** Largest body in bytes, after decompression. Default: 64 MiB. */
  maxBytes?: number;
  /** Requests at the same time. Default: 8. */
  concurrency?: number;
  /** Retries of 429, 503 and broken connections. Default: 2. */
  retries?: number;
  /** Origin → headers for that origin only, for private manifests. */
  headers?: Record<string, Record<string, string>>;
}

/** Gives editors the types of a configuration, and returns it as it is. */
export function defineConfig(config: FedsealConfig): FedsealConfig {
  return config;
}
