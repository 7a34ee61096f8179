import { type FedsealError, fedsealError, isFedsealError } from "./errors.js";
import { type FetchOptions, fetchBytes, readBytes, requireSuccess } from "./fetch.js";
import { baseOf, type FederationManifest, plain, readManifest, sealed } from "./manifest.js";
import {
  type IntegrityMode,
  type RedirectPolicy,
  requireOrigin,
  type UnsealedPolicy,
  unsealedPolicy,
} from "./policy.js";
import { registry, unlisted } from "./registry.js";
import { type Report, reporter } from "./report.js";

/** Options of the runtime plugin; every one may be left out. */
export interface EnforceOptions {
  /** What happens to what nothing seals. Default: `block`. */
  unsealed?: UnsealedPolicy;
  /** Origins that manifests and their files may come from; without a list, all. */
  origins?: readonly string[];
  /** Which hash has to be there. Default: `prefer-integrity`. */
  mode?: IntegrityMode;
  /** Where errors go beside the console. */
  report?: Report;
  /** Which redirects of a manifest are followed. Default: `same-origin`. */
  redirect?: RedirectPolicy;
  /**
   * Remote → URL of its manifest, for remotes that a host names by their entry (`remoteEntry.js`). Default:
   * `mf-manifest.json` beside the entry.
   */
  manifests?: Readonly<Record<string, string>>;
  /** Milliseconds for a manifest. Default: 10,000. */
  timeout?: number;
  /** Largest manifest in bytes. Default: 10 MiB. */
  maxBytes?: number;
}

/** A remote, as Module Federation's hooks describe it. */
export interface RemoteInfo {
  name: string;
  alias?: string;
  entry: string;
  type?: string;
  entryGlobalName?: string;
}

/** What is used of an instance of Module Federation's runtime, in every version since 0.8. */
export interface Instance {
  name: string;
  options: { name: string; remotes?: readonly RemoteInfo[] };
  loaderHook: { lifecycle: Record<string, Hook | undefined> };
  remoteHandler: { hooks: { lifecycle: Record<string, Hook | undefined> } };
}

// biome-ignore lint/suspicious/noExplicitAny: the arguments of Module Federation's hooks differ by version and are read with care
type Hook = { emit(...data: any[]): any };

/** A runtime plugin of Module Federation. */
export interface FederationRuntimePlugin {
  name: string;
  apply(instance: Instance): void;
  init(args: { origin: Instance }): void;
  beforeRequest<T extends { origin: Instance }>(args: T): T;
  beforePreloadRemote(args: { origin: Instance }): void;
}

/** What is different in a browser and in Node. */
export interface Loader {
  /** Called when a manifest was let in, before anything of it is loaded. */
  admitted?(admitted: Admitted): void;
  /** Loads the entry of a remote; nothing leaves that to Module Federation, which asks `createScript`. */
  loadEntry(remote: RemoteInfo, context: Context): Promise<unknown>;
  /** Guards what Module Federation's `createScript` or `createLink` is about to insert. */
  createElement?(kind: "script" | "link", made: unknown, args: ElementArgs, context: Context): unknown;
}

export interface ElementArgs {
  url: string;
  attrs?: Record<string, unknown>;
  remoteInfo?: RemoteInfo;
}

export interface Context {
  options: EnforceOptions;
  report(error: FedsealError, refused: boolean): void;
}

/** A manifest that policy let in. */
export interface Admitted {
  url: string;
  manifest: FederationManifest;
  names: readonly string[];
  base: string;
  files: ReadonlyMap<string, readonly string[]>;
  type: string | undefined;
}

/** Bytes of a manifest that were checked a moment ago and are to be registered: not fetched again. */
const handedOver = new Map<string, FederationManifest>();

/** Lets Module Federation's next request for a manifest have what was already fetched and checked. */
export function handOver(url: string, manifest: FederationManifest): void {
  handedOver.set(url, manifest);
}

/** The runtime plugin, for one kind of place. */
export function federationPlugin(options: EnforceOptions, loader: Loader): FederationRuntimePlugin {
  const context: Context = { options, report: reporter(options.report) };
  const page = registry();
  const siblings = new Map<string, Promise<void>>();
  const guarded = new WeakSet<Instance>();
  const fallback = (names: readonly (string | undefined)[]) => unsealedPolicy(options.unsealed, names);

  const fetchOptions: FetchOptions = {
    ...(options.timeout !== undefined && { timeout: options.timeout }),
    ...(options.maxBytes !== undefined && { maxBytes: options.maxBytes }),
    ...(options.redirect !== undefined && { redirect: options.redirect }),
    ...(options.origins !== undefined && { origins: options.origins }),
  };

  const refuse = (thrown: unknown): never => {
    if (isFedsealError(thrown)) context.report(thrown, true);
    throw thrown;
  };

  /** From the bytes of a manifest to what MF may read of it. */
  const admit = (bytes: Uint8Array<ArrayBuffer>, url: string, asked: string, names: readonly string[]) => {
    const manifest = handedOver.get(asked) ?? readManifest(bytes, url);
    return admitManifest(manifest, url, names);
  };
  const admitManifest = (manifest: FederationManifest, url: string, names: readonly string[]): FederationManifest => {
    const { files, gaps } = sealed(manifest, url, options.mode);
    const all = [...names, ...[manifest.name, manifest.metaData.name].filter((name) => name !== undefined)];
    const policy = fallback(all);
    const [first] = gaps;
    if (first && policy === "block") throw Object.assign(first, { errors: gaps });
    if (policy === "warn") for (const one of gaps) context.report(one, false);
    const base = baseOf(manifest, url);
    for (const file of [base, ...files.keys()]) requireOrigin(file, options.origins, "The manifest names");
    page.add({ names: all, base, files, policy });
    loader.admitted?.({ url, manifest, names: all, base, files, type: manifest.metaData.remoteEntry?.type });
    return plain(manifest, url);
  };

  const manifestResponse = async (url: string, answer: unknown, init: RequestInit, names: readonly string[]) => {
    const ready = handedOver.get(url);
    if (ready) {
      handedOver.delete(url);
      return json(admitManifest(ready, url, names));
    }
    requireOrigin(url, options.origins, "The manifest");
    if (!(answer instanceof Response)) {
      const { bytes, url: at } = await fetchBytes(url, { ...fetchOptions, fetchInit: init });
      return json(admit(bytes, at, url, names));
    }
    // Another plugin has fetched it, with credentials perhaps: its answer is held to the same rules.
    requireSuccess(answer, url);
    const at = answer.url || url;
    if (answer.redirected && new URL(at).origin !== new URL(url).origin && options.redirect !== "origins") {
      throw fedsealError("ERR_FEDSEAL_REDIRECT", `${url} was redirected to ${at}.`, { url, location: at });
    }
    requireOrigin(at, options.origins, "The manifest");
    return json(admit(await readBytes(answer, at, options.maxBytes ?? 10 * 1024 * 1024), at, url, names));
  };

  /** For a remote that the host names by its entry: what its manifest says. */
  const sibling = (remote: RemoteInfo): Promise<void> => {
    const names = namesOf(remote);
    const own = names.map((name) => options.manifests?.[name]).find((one) => one !== undefined);
    const url = new URL(own ?? "mf-manifest.json", remote.entry).href;
    let loading = siblings.get(url);
    if (!loading) {
      loading = fetchBytes(url, fetchOptions).then(
        ({ bytes, url: at }) => void admit(bytes, at, url, names),
        (thrown) => {
          if (!isFedsealError(thrown) || fallback(names) === "block") throw thrown;
          // Without a manifest the entry is unsealed, which is said when it is loaded.
          context.report(thrown, false);
        },
      );
      siblings.set(url, loading);
      // The next load tries again.
      loading.catch(() => siblings.delete(url));
    }
    return loading;
  };

  const loadEntry = async (remote: RemoteInfo): Promise<unknown> => {
    const entry = absolute(remote.entry);
    requireOrigin(entry, options.origins, "The entry");
    if (!page.knows(entry)) await sibling({ ...remote, entry });
    return loader.loadEntry({ ...remote, entry }, context);
  };

  const guard = (instance: Instance) => {
    if (guarded.has(instance)) return;
    const { loaderHook, remoteHandler } = instance;
    const entries = remoteHandler.hooks.lifecycle;
    const { fetch, createScript, createLink } = loaderHook.lifecycle;
    if (!fetch || !createScript || !createLink || !entries.loadEntry) {
      throw fedsealError(
        "ERR_FEDSEAL_UNSUPPORTED",
        "this version of Module Federation's runtime lacks the hooks that fedseal needs (fetch, createScript, createLink, loadEntry). Update it to 0.15 or later.",
        {},
      );
    }
    guarded.add(instance);
    // Not as listeners: whichever plugin comes last would decide. What leaves the hook is what has to be guarded.
    around(fetch, async (emit, url: string, init: RequestInit = {}, remote?: RemoteInfo) => {
      // Runtimes before 2.x do not say for which remote they ask.
      const asked = remote ?? instance.options.remotes?.find(({ entry }) => entry === url);
      const names = asked ? namesOf(asked) : [];
      const answer = await emit();
      // The runtime asks for manifests only; `@module-federation/node` asks for chunks here, too, if it finds no file.
      if (!new URL(url, here()).pathname.endsWith(".json")) return answer;
      try {
        return await manifestResponse(absolute(url), answer, init, names);
      } catch (thrown) {
        return refuse(thrown);
      }
    });
    around(entries.loadEntry, async (emit, args: { remoteInfo: RemoteInfo; remoteEntryExports?: unknown }) => {
      if (args.remoteEntryExports) return emit();
      try {
        return (await loadEntry(args.remoteInfo)) ?? (await emit());
      } catch (thrown) {
        return refuse(thrown);
      }
    });
    for (const [kind, hook] of [
      ["script", createScript],
      ["link", createLink],
    ] as const) {
      around(hook, (emit, args: ElementArgs) => {
        const made = emit();
        return loader.createElement ? loader.createElement(kind, made, args, context) : made;
      });
    }
  };

  /** Where the host starts: it has to go on even if nothing can be loaded. */
  const guardOrTell = (instance: Instance) => {
    try {
      guard(instance);
    } catch (thrown) {
      if (!isFedsealError(thrown)) throw thrown;
      context.report(thrown, true);
    }
  };

  const plugin: FederationRuntimePlugin = {
    name: "fedseal",
    // Runtimes since 2.x call `apply`, older ones only their hooks.
    apply: guardOrTell,
    init({ origin }) {
      page.host(origin.options.name, { fallback, report: context.report });
      guardOrTell(origin);
    },
    beforeRequest(args) {
      guard(args.origin);
      return args;
    },
    beforePreloadRemote({ origin }) {
      guard(origin);
    },
  };
  guardEveryone(plugin);
  return plugin;
}

/** Remotes that are hosts themselves have instances of their own; what those load is loaded by this page all the same. */
function guardEveryone(plugin: FederationRuntimePlugin): void {
  const { __FEDERATION__: federation } = globalThis as { __FEDERATION__?: { __GLOBAL_PLUGIN__?: { name: string }[] } };
  const everywhere = federation?.__GLOBAL_PLUGIN__;
  if (everywhere && !everywhere.some(({ name }) => name === plugin.name)) {
    // Not `init`: a remote is no host.
    const nested: FederationRuntimePlugin = { ...plugin, init: ({ origin }) => plugin.apply(origin) };
    everywhere.push(nested);
  }
}

/** The entry of a remote that nothing seals: let through, or refused. */
export function requireSealed(url: string, remote: RemoteInfo, { report }: Context): void {
  const names = namesOf(remote);
  const policy = registry().unsealed(url, names);
  if (policy === "allow") return;
  const error = unlisted(url, names);
  if (policy === "block") throw error;
  report(error, false);
}

export function namesOf({ name, alias }: RemoteInfo): string[] {
  return alias === undefined ? [name] : [name, alias];
}

function around(
  hook: Hook,
  // biome-ignore lint/suspicious/noExplicitAny: see Hook
  run: (emit: () => any, ...args: any[]) => unknown,
): void {
  const emit = hook.emit.bind(hook);
  hook.emit = (...args) => run(() => emit(...args), ...args);
}

function absolute(url: string): string {
  return new URL(url, here()).href;
}

function here(): string | undefined {
  return typeof document === "object" ? document.baseURI : undefined;
}

function json(manifest: FederationManifest): Response {
  return new Response(JSON.stringify(manifest), { headers: { "content-type": "application/json" } });
}
