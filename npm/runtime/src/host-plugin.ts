import { fedsealError, isFedsealError } from "./errors.js";
import { type Fetched, type FetchLimits, fetchBytes, readBytes, requireRedirect } from "./fetch-once.js";
import { absolute, baseOf, claimsOf, malformed, plain, readManifest, sealed, withoutQuery } from "./manifest.js";
import { type Asker, registry, type Scope } from "./page-registry.js";
import { type IntegrityMode, type RedirectPolicy, requireOrigin, type UnsealedPolicy } from "./policy.js";
import type { Report } from "./report.js";
import { type Read, readFrom, requireChecks, type SignatureChecks } from "./signed.js";

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
  /** Remote → base URLs, each with a slash at its end, from which the same files may come. */
  mirrors?: Readonly<Record<string, readonly string[]>>;
  /** Takes hot updates of remotes in development. `FedsealPlugin` sets it in hosts that are built for development. */
  hot?: boolean;
  /** Most files that a manifest may list. Default: 50,000. */
  maxFiles?: number;
  /** In Node: limits for each file of a remote that this plugin is the first to load. */
  files?: FileLimits;
  /** What signatures of manifests are wanted, from `checkSignatures` of `@fedseal/runtime/signature`. Default: none. */
  signature?: SignatureChecks;
}

/** Limits for a file that a server fetches to run it. */
export interface FileLimits {
  /** Milliseconds for one attempt, body included. Default: 30,000. */
  timeout?: number;
  /** Largest file in bytes. Default: 128 MiB. */
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
  loaderHook: Hooks;
  remoteHandler: { hooks: Hooks; loadRemote(...data: unknown[]): Promise<unknown> };
  sharedHandler: { hooks: Hooks };
  snapshotHandler: { loadRemoteSnapshotInfo(...data: unknown[]): Promise<Snapshots> };
}

/** Module Federation's word for the part of a manifest that it reads, of one remote and of all. */
interface Snapshots {
  remoteSnapshot?: { getPublicPath?: string };
  globalSnapshot?: Record<string, { getPublicPath?: string } | undefined>;
}

interface Hooks {
  lifecycle: Record<string, Hook | undefined>;
}

// biome-ignore lint/suspicious/noExplicitAny: the arguments of Module Federation's hooks differ by version and are read with care
type Hook = { emit(...data: any[]): any };

/** A runtime plugin of Module Federation. */
export interface FederationRuntimePlugin {
  name: string;
  /** What signatures this host wants. */
  signature: SignatureChecks;
  apply(instance: Instance): void;
  init(args: { origin: Instance }): void;
  beforeRequest<T extends { origin: Instance }>(args: T): T;
  beforePreloadRemote(args: { origin: Instance }): void;
}

/** What is different in a browser and in Node. */
export interface Loader {
  /** How manifests are fetched; by default as browsers can. */
  fetchBytes?(url: string, limits: FetchLimits): Promise<Fetched>;
  /** Called when a manifest was let in, before anything of it is loaded; `others` lets in what the host knows besides. */
  admitted?(admitted: Scope, others?: () => Promise<void>): void | Promise<void>;
  /** Loads the entry of a remote; nothing leaves that to Module Federation, which asks `createScript`. */
  loadEntry(remote: RemoteInfo, asker: Asker): Promise<unknown>;
  /** Guards what Module Federation's `createScript` or `createLink` is about to insert. */
  // biome-ignore lint/suspicious/noExplicitAny: what other plugins return is read with care
  createElement?(kind: "script" | "link", made: any, args: ElementArgs, asker: Asker): unknown;
}

/** Lets in what else the host knows. */
type Others = () => Promise<void>;

/** What Module Federation says of a failure. */
interface Failure {
  id: string;
  lifecycle: string;
  remote?: RemoteInfo;
}

export interface ElementArgs {
  url: string;
  attrs?: Record<string, unknown>;
  remoteInfo?: RemoteInfo;
}

/** Manifests that were checked before and are being registered: those very ones are used. */
const handedOver = new Map<string, Read>();
const MOST_HANDED_OVER = 200;

/** Lets Module Federation's next request for a manifest have what was already fetched and checked. */
export function handOver(url: string, read: Read): void {
  handedOver.delete(url);
  handedOver.set(url, read);
  // What nobody asks for any more.
  const [oldest] = handedOver.keys();
  if (handedOver.size > MOST_HANDED_OVER && oldest !== undefined) handedOver.delete(oldest);
}

/** The runtime plugin, for one kind of place. */
export function federationPlugin(options: EnforceOptions, loader: Loader): FederationRuntimePlugin {
  const { unsealed, origins, manifests, mode, maxBytes, maxFiles } = options;
  requireChecks(options.signature);
  const page = registry();
  const guarded = new WeakSet<Instance>();
  const load = loader.fetchBytes ?? fetchBytes;
  // The first host on the page sets the floor: a remote that is a host itself may be stricter, not laxer.
  const first = page.rules(options);
  const within = (url: string) => {
    requireOrigin(url, origins);
    requireOrigin(url, first.origins);
  };
  const signature: SignatureChecks = (names) => (options.signature ?? first.signature)?.(names, first.signature);
  // By what the host calls it: a manifest does not choose its policy by its name.
  const askerOf = (remote?: RemoteInfo, instance?: Instance): Asker => {
    // Not every hook of every version is told the alias, by which the host's options go.
    const alias = remote?.alias ?? instance?.options.remotes?.find(({ name }) => name === remote?.name)?.alias;
    const names = remote ? [remote.name, alias] : [];
    const check = signature(names);
    // Who signs a manifest has sealed what is in it.
    return { names, check, policy: check?.required ? "block" : page.policy(unsealed, names) };
  };

  /** Refuses a file whose manifest another host let in, where this one would not have. */
  const hold = (url: string, asker: Asker) => {
    const error = page.hold(url, asker);
    if (error) throw error;
  };

  const mirrorsOf = ({ names }: Asker) => names.flatMap((name) => (name && options.mirrors?.[name]) || []);

  /**
   * From a manifest to what Module Federation may read of it. `inPlace`: a plugin of the host put it in the place of one
   * that failed. Where it is not sealed then, nothing of it is let in, and its entry is refused when it is asked for.
   */
  const admit = async (read: Read, asker: Asker, known?: Others, inPlace = false) => {
    try {
      return await letIn(read, asker, known, inPlace);
    } catch (thrown) {
      // What nobody expected of a manifest is a refusal like others, and is reported.
      throw isFedsealError(thrown) ? thrown : malformed(read.url, String(thrown), thrown);
    }
  };

  const letIn = async ({ manifest, url }: Read, asker: Asker, known?: Others, inPlace = false) => {
    const { files, gaps } = await sealed(manifest, url, mode, maxFiles);
    const { names, policy, check } = asker;
    const { getPublicPath, publicPath, remoteEntry } = manifest.metaData;
    // What another plugin put in its place has no signature. Its entry is asked for with the manifest beside it.
    const blocked = (inPlace && check) || (gaps[0] && policy === "block");
    // Code in the place of a URL is never run, whatever the policy.
    if (getPublicPath !== undefined) throw code(url);
    if (typeof publicPath !== "string") throw malformed(url, "it has no publicPath");
    if (blocked && !inPlace) throw gaps[0];
    const base = baseOf(manifest, url);
    // Its files are relative paths below these.
    for (const ssr of [false, true]) within(baseOf(manifest, url, ssr));
    if (blocked) return plain(manifest, url);
    const [own] = remoteEntry?.name ? claimsOf([remoteEntry], base, url) : [];
    const entry = own?.url;
    const mirrors = mirrorsOf(asker);
    const admitted = { url: withoutQuery(url), manifest, names, base, entry, files, policy, mirrors };
    page.add(admitted, gaps[0]);
    if (policy === "warn") for (const one of gaps) page.tell(one, false);
    await loader.admitted?.(admitted, known);
    return plain(manifest, url);
  };

  /** A manifest that was handed over, that another plugin has fetched, or that is fetched here. */
  const read = async (url: string, asker: Asker, known: Others, fetchInit?: RequestInit, answer?: unknown) => {
    within(url);
    const ready = handedOver.get(url);
    handedOver.delete(url);
    const { check } = asker;
    if (ready && !check?.refusal(ready, true)) return admit(ready, asker, known);
    const got = answer instanceof Response ? take(url, answer) : undefined;
    return admit(await readFrom(url, { ...options, fetchInit }, load, check, got), asker, known);
  };

  /** What another plugin fetched, with credentials perhaps: held to the same rules. */
  const take = async (url: string, answer: Response): Promise<Fetched> => {
    const at = answer.url || url;
    if (answer.redirected) requireRedirect(url, at, options);
    within(at);
    return { bytes: await readBytes(answer, at, maxBytes), url: at };
  };

  /** Lets in the manifests of every remote that the host names, for browsers that take one import map. */
  const readOthers = async ({ options: { remotes = [] } }: Instance) => {
    const unread = remotes.filter(({ entry = "" }) => entry.includes(".json") && !page.knows(absolute(entry).href));
    await Promise.all(
      unread.map(async (remote) => {
        const url = absolute(remote.entry).href;
        try {
          const asker = askerOf(remote);
          const one = await readFrom(url, options, load, asker.check);
          await admit(one, asker);
          handOver(url, one);
        } catch (thrown) {
          // Of a remote that nobody has asked for yet. Whoever does gets the error.
          if (!isFedsealError(thrown)) throw thrown;
        }
      }),
    );
  };

  const loadEntry = async (remote: RemoteInfo, asker: Asker, known: Others): Promise<unknown> => {
    const entry = absolute(remote.entry).href;
    // A mirror that the host names is allowed by that.
    if (!mirrorsOf(asker).some((mirror) => entry.startsWith(mirror))) within(entry);
    const named = asker.names.map((name) => name && manifests?.[name]).find(Boolean);
    const manifest = new URL(named ?? "mf-manifest.json", entry).href;
    if (!page.lists(remote.name, entry) && !page.knows(manifest)) {
      // The host names the remote by its entry: its manifest says what the entry has to be.
      await read(manifest, asker, known).catch((thrown) => {
        // Without a manifest the entry is unsealed, which is said when it is loaded.
        const missing = /FETCH|TIMEOUT|INVALID$/.test(thrown.code);
        if (!missing || asker.policy === "block") throw thrown;
      });
    }
    hold(entry, asker);
    return loader.loadEntry({ ...remote, entry }, asker);
  };

  const told = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (thrown) {
      if (isFedsealError(thrown)) page.tell(thrown, true);
      // Module Federation may have made another error of the reason.
      await page.because(thrown);
      throw thrown;
    }
  };

  const guard = (instance: Instance) => {
    if (guarded.has(instance)) return;
    const { loaderHook, remoteHandler, sharedHandler, snapshotHandler } = instance;
    const { fetch, createScript, createLink } = loaderHook.lifecycle;
    const { loadEntry: entry, errorLoadRemote } = remoteHandler.hooks.lifecycle;
    const { afterResolve } = sharedHandler.hooks.lifecycle;
    if (!fetch || !createScript || !createLink || !entry || !errorLoadRemote || !afterResolve) {
      throw fedsealError("ERR_FEDSEAL_UNSUPPORTED", undefined, "needs Module Federation 0.15.");
    }
    guarded.add(instance);
    const known = () => readOthers(instance);
    // Runtimes before 2.x do not say for which remote they ask.
    const asking = (url: string, remote?: RemoteInfo) =>
      askerOf(remote ?? instance.options.remotes?.find(({ entry }) => entry === url), instance);
    // Not as listeners: whichever plugin comes last would decide. What leaves the hook is what has to be guarded.
    around(fetch, "emit", async (emit, url: string, init?: RequestInit, remote?: RemoteInfo) => {
      const answer = await emit();
      // As Module Federation tells a manifest; `@module-federation/node` asks for chunks here, too, if it finds no file.
      if (!url.includes(".json")) return answer;
      return told(async () => new Response(await read(absolute(url).href, asking(url, remote), known, init, answer)));
    });
    around(errorLoadRemote, "emit", async (emit, { id, lifecycle, remote }: Failure) => {
      const answer = await emit();
      if (!answer || lifecycle !== "afterResolve") return answer;
      const bytes = new TextEncoder().encode(JSON.stringify(answer));
      const url = absolute(id).href;
      return told(async () =>
        JSON.parse(await admit({ manifest: readManifest(bytes, url), url }, asking(id, remote), known, true)),
      );
    });
    around(snapshotHandler, "loadRemoteSnapshotInfo", async (info, { moduleInfo }: { moduleInfo: RemoteInfo }) => {
      const { remoteSnapshot, globalSnapshot = {}, ...rest } = await info();
      // A page can have the snapshots of remotes from elsewhere than a manifest.
      if (remoteSnapshot?.getPublicPath) return told(() => Promise.reject(code(moduleInfo.entry ?? moduleInfo.name)));
      const plain = Object.entries(globalSnapshot).filter(
        ([, one]) => !(one as Snapshots["remoteSnapshot"])?.getPublicPath,
      );
      return { ...rest, remoteSnapshot, globalSnapshot: Object.fromEntries(plain) };
    });
    around(afterResolve, "emit", async (emit) => {
      const resolved: { remoteInfo?: RemoteInfo; remote: RemoteInfo } = await emit();
      const { remoteInfo, remote } = resolved;
      const asker = askerOf(remote);
      // A host without fedseal may have loaded the entry before, unchecked.
      const key = `${remoteInfo?.name}:${remoteInfo?.entry}`;
      if (asker.policy === "block" && !page.loading.has(key)) delete loadedEntries()?.[key];
      // Module Federation keeps manifests and entries for the whole page.
      await told(async () => remoteInfo?.entry && hold(remoteInfo.entry, asker));
      return resolved;
    });
    around(entry, "emit", async (emit, args: { remoteInfo: RemoteInfo; remoteEntryExports?: unknown }) => {
      const { remoteInfo, remoteEntryExports } = args;
      if (remoteEntryExports) return emit();
      page.loading.add(`${remoteInfo.name}:${remoteInfo.entry}`);
      return told(async () => {
        const asker = askerOf(remoteInfo, instance);
        const container = await loadEntry(remoteInfo, asker, known);
        // What another plugin would load here, nobody has seen the bytes of.
        if (container || asker.policy === "block") return container;
        const foreign = await emit();
        if (foreign) {
          const url = absolute(remoteInfo.entry).href;
          page.judge(url, { ...asker, policy: "allow" });
          if (asker.policy === "warn") page.tell(unchecked(url), false);
        }
        return foreign;
      });
    });
    around(remoteHandler, "loadRemote", (loadRemote) => told(loadRemote));
    const { createElement } = loader;
    if (!createElement) return;
    const element = (kind: "script" | "link") => (emit: () => unknown, args: ElementArgs) => {
      const asker = askerOf(args.remoteInfo, instance);
      hold(args.url, asker);
      return createElement(kind, emit(), args, asker);
    };
    around(createScript, "emit", element("script"));
    around(createLink, "emit", element("link"));
  };

  /** Where the host starts: it has to go on even if nothing can be loaded. */
  const guardOrTell = (instance: Instance) => {
    try {
      guard(instance);
    } catch (thrown) {
      if (!isFedsealError(thrown)) throw thrown;
      page.tell(thrown, true);
    }
  };

  const plugin: FederationRuntimePlugin = {
    name: "fedseal",
    signature,
    // Runtimes since 2.x call `apply`, older ones only their hooks.
    apply: guardOrTell,
    init({ origin }) {
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
  const page = globalThis as { __FEDERATION__?: { __GLOBAL_PLUGIN__?: FederationRuntimePlugin[] } };
  // Not `init`: a remote is no host. An instance takes one plugin of a name.
  page.__FEDERATION__?.__GLOBAL_PLUGIN__?.push({ ...plugin, init: ({ origin }) => plugin.apply(origin) });
}

/** Module Federation's entries of this page, by the name and the entry of their remotes. */
function loadedEntries(): Record<string, unknown> | undefined {
  return (globalThis as { __GLOBAL_LOADING_REMOTE_ENTRY__?: Record<string, unknown> }).__GLOBAL_LOADING_REMOTE_ENTRY__;
}

function unchecked(url: string) {
  return fedsealError("ERR_FEDSEAL_UNSEALED", url, "was loaded by another plugin, unchecked.");
}

function code(url: string) {
  return fedsealError("ERR_FEDSEAL_UNSEALED", url, "has `getPublicPath`, which is code: set `publicPath`.");
}

/** Puts a function around a method. */
export function around<K extends string>(
  // biome-ignore lint/suspicious/noExplicitAny: see Hook
  object: Record<K, (...data: any[]) => any>,
  method: K,
  // biome-ignore lint/suspicious/noExplicitAny: see Hook
  run: (inner: () => any, ...data: any[]) => any,
): void {
  const inner = object[method].bind(object);
  object[method] = (...data) => run(() => inner(...data), ...data);
}
