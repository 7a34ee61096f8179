import type { Algorithm, Entries } from "@fedseal/binding";
import type { IntegrityMode, RedirectPolicy, Unsealed } from "@fedseal/runtime/plugin";
import type { PublicJwk, SignatureOptions } from "@fedseal/runtime/signature";

export type { Algorithm, Entries, IntegrityMode, PublicJwk, RedirectPolicy, SignatureOptions, Unsealed };

/** Options of {@link FedsealPlugin}; every one may be left out. */
export interface FedsealPluginOptions {
  /**
   * A manifest to seal beside the ones that fedseal finds, relative to the output folder. Found are the files that each
   * ModuleFederationPlugin of the configuration says, and, where no ModuleFederationPlugin is in the configuration, every
   * manifest of a container of this build.
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
  /**
   * Signs the sealed manifest and emits `<manifest>.sig` beside it. Default: no signature. Hosts that require one need it of what
   * is deployed; a build on a developer's machine has no key and leaves the option out.
   */
  sign?: false | SignOptions;
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
  /**
   * Whether to keep in `node_modules/.cache/fedseal` the types that TypeScript inferred, for later builds. Default: `true`.
   */
  cache?: boolean;
}

/** How the manifest is signed. */
export interface SignOptions {
  /**
   * The private key: `env:NAME` for a JWK in the environment, or its file, relative to the compiler's context. With `signer`, the
   * file of the public JWK.
   */
  key: string;
  /**
   * A shell command that signs in place of a key, for a KMS or an HSM: it gets the bytes to sign on its standard input, and writes
   * the raw signature to its standard output as base64url. It runs twice for an Ed25519 key: for the sidecar, and for the headers.
   */
  signer?: string;
  /** The origin that serves the manifest: `https://cdn.example.com`. */
  origin: string;
  /** Grows from release to release. Default: the time of signing. */
  seq?: number;
  /** How long the signature counts. Default: `"30d"`. */
  expires?: string;
  /** The time of signing, in seconds since 1970, for builds that have to give the same bytes again. Default: now. */
  now?: number;
}

/** What the host's runtime plugin is told; the types are those of `@fedseal/runtime/plugin`. */
export interface EnforceOptions {
  /**
   * What happens to what nothing seals: `"block"`, `"warn"` or `"allow"`, for all remotes or by name, where `"*"` stands
   * for the others. Default: `"block"` for remotes with keys in `signature`, else `"warn"`. A remote that is always sealed belongs on `"block"`.
   */
  unsealed?: Unsealed | Record<string, Unsealed>;
  /**
   * What signatures of manifests are wanted, with the public keys whose signatures count, by remote: `"*"` stands for the
   * others, and without it nothing of theirs is loaded. Default: signatures are not looked at, and no code for it is built in.
   */
  signature?: Record<string, SignatureOptions>;
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
  /**
   * Remote → base URLs that end in `/`, from which its files may come, too: the same relative path with the same hash.
   * Default: none.
   */
  mirrors?: Record<string, string[]>;
  /**
   * Remotes that are registered only at run time, and so do not stand in `remotes`. Names in `unsealed`, `manifests` and
   * `mirrors` that belong to no remote are an error. Not part of the host's code.
   */
  runtimeRemotes?: string[];
  /**
   * `false` leaves the part for ES module remotes out of the host, which then refuses such remotes. Default: `true`.
   */
  modules?: boolean;
  /** Milliseconds for a manifest. Default: 10,000. */
  timeout?: number;
  /** Largest manifest in bytes. Default: 10 MiB. */
  maxBytes?: number;
  /** Largest number of files that a manifest may list. Default: 50,000. */
  maxFiles?: number;
  /** Limits of one file of a remote, in Node. */
  files?: FileLimits;
}

/** Limits of one file of a remote, in Node. */
export interface FileLimits {
  /** Milliseconds. Default: 30,000. */
  timeout?: number;
  /** Largest file in bytes. Default: 128 MiB. */
  maxBytes?: number;
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

/** The release of the caller: option first, then the environment. */
export function releaseOf(
  option: string | Release | undefined,
  environment: Record<string, string | undefined>,
): Release {
  const release = typeof option === "string" ? { id: option } : { ...option };
  const fromEnvironment = environment.FEDSEAL_RELEASE;
  if (release.id === undefined && fromEnvironment) release.id = fromEnvironment;
  return release;
}
