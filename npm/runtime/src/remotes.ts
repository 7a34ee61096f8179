import { fedsealError } from "./errors.js";
import { handOver } from "./host-plugin.js";
import { absolute, type FederationManifest, sealed } from "./manifest.js";
import { fetchManifest, type ManifestFetchOptions } from "./manifest-cache.js";
import { type Names, registry } from "./page-registry.js";
import type { IntegrityMode, Unsealed } from "./policy.js";
import { requireChecks, type SignatureChecks } from "./signed.js";

/** What is used of Module Federation's runtime: an instance, as `createInstance` and `getInstance` give it. */
export interface FederationInstance {
  name: string;
  options: { remotes: { name: string; alias?: string; entry?: string }[] };
  // biome-ignore lint/suspicious/noExplicitAny: the types of a remote differ by version
  registerRemotes(remotes: any[], options?: { force?: boolean }): void;
}

/** Options of {@link registerManifestRemote}. */
export interface RegisterManifestRemoteOptions extends Omit<ManifestFetchOptions, "remote"> {
  /** Which hash has to be there. Default: `prefer-integrity`. */
  integrity?: { mode?: IntegrityMode };
  /** A manifest that was fetched and checked before, by `allowedManifest` perhaps: this very one is used, also in place of an older. */
  manifest?: FederationManifest;
  /** Most files that the manifest may list. Default: 50,000. */
  maxFiles?: number;
  /** What happens to a manifest that is not sealed. Default: `block`. */
  unsealed?: Unsealed;
  /** As in Module Federation. */
  shareScope?: string;
  /** `node` registers remotes that have an entry for servers. Default: `web` in browsers, else `node`. */
  target?: "web" | "node";
  /** The instance to register with. Default: the first one of this page or process. */
  instance?: FederationInstance;
}

/** A remote that was registered. */
export interface RegisteredRemote {
  name: string;
  /** The URL of the manifest, after redirects. */
  entry: string;
  manifest: FederationManifest;
}

interface Registration {
  url: string;
  options: RegisterManifestRemoteOptions;
  /** Of the checks of signatures in `options`. */
  marks: readonly string[];
}

const registrations = new Map<string, Registration>();
const running = new Map<string, Registration & { loading: Promise<RegisteredRemote> }>();

/**
 * Fetches the manifest of a remote, checks that it is sealed, and registers the remote with Module Federation: the very
 * manifest that was checked is the one that is used. Its files are checked when they are loaded, which takes fedseal's
 * plugin in the host. Registering the same remote many times at once fetches once.
 *
 * @throws ERR_FEDSEAL_OPTIONS without an instance or without the plugin, ERR_FEDSEAL_UNSEALED,
 * ERR_FEDSEAL_METADATA_MALFORMED, and what {@link fetchFederationManifest} throws.
 */
export async function registerManifestRemote(
  name: string,
  manifestUrl: string | URL,
  options: RegisterManifestRemoteOptions = {},
): Promise<RegisteredRemote> {
  requireChecks(options.signature);
  const url = absolute(manifestUrl).href;
  const known = registrations.get(name);
  const { manifest, signature } = options;
  const mark = signature?.([name])?.mark;
  const isKept = ({ marks }: Registration) => mark === undefined || marks.includes(mark);
  const now = running.get(name);
  if (now?.url === url && !manifest && isKept(now)) return now.loading;
  // The first registration's policy stays, for this one and for refreshRemote; one that failed is none.
  const first = known?.url === url ? known : { url, options, marks: mark === undefined ? [] : [mark] };
  // But a signature is never left out because somebody did not want one before.
  const registration = isKept(first) ? first : join(first, signature as SignatureChecks, mark as string);
  const isNew = !(known && isKept(known));
  return start(name, registration, async () => {
    const given = { ...registration, options: { ...registration.options, manifest } };
    const registered = await register(name, given, { forget: mark !== undefined && isNew });
    registrations.set(name, registration);
    return registered;
  });
}

/** A registration that wants one more signature. */
function join({ url, options, marks }: Registration, signature: SignatureChecks, mark: string): Registration {
  const both: SignatureChecks = (names, floor) => signature(names, (its) => wanted(its, options.signature, floor));
  return { url, options: { ...options, signature: both }, marks: [...marks, mark] };
}

/** What two want of a signature, either of whom may want nothing. */
function wanted(names: Names, first: SignatureChecks | undefined, second: SignatureChecks | undefined) {
  return (first ?? second)?.(names, second);
}

/**
 * Fetches the manifest of a registered remote again and registers what it says now, with the options of the first
 * registration. For a remote that was deployed while the page was open: ERR_FEDSEAL_INTEGRITY_MISMATCH for one of its
 * chunks is the sign. What is on the page stays as it is; the next load gets the new release.
 *
 * @throws ERR_FEDSEAL_OPTIONS for a remote that is not registered, and what {@link registerManifestRemote} throws.
 */
export async function refreshRemote(
  name: string,
  options: Pick<RegisterManifestRemoteOptions, "instance" | "signal"> = {},
): Promise<RegisteredRemote> {
  let registration = registrations.get(name);
  if (!registration) {
    const instance = options.instance ?? instanceOf();
    const remote = instance.options.remotes.find((one) => one.name === name || one.alias === name);
    if (!remote?.entry)
      throw fedsealError(
        "ERR_FEDSEAL_OPTIONS",
        undefined,
        `no remote ${JSON.stringify(name)} is registered with ${instance.name}.`,
      );
    // A remote of the host's configuration: its policy is the plugin's.
    const url = absolute(remote.entry).href;
    if (!new URL(url).pathname.endsWith(".json")) {
      throw fedsealError(
        "ERR_FEDSEAL_OPTIONS",
        url,
        `is the entry by which ${name} is registered; only remotes that are registered by their manifest can be refreshed.`,
      );
    }
    registration = {
      url,
      marks: [],
      options: { instance, unsealed: registry().policy("allow", [remote.name, remote.alias]) },
    };
    name = remote.name;
  }
  const fresh = { ...registration, options: { ...registration.options, ...options, manifest: undefined } };
  return start(name, registration, () => register(name, fresh, { refresh: true }));
}

function start(
  name: string,
  registration: Registration,
  run: () => Promise<RegisteredRemote>,
): Promise<RegisteredRemote> {
  const loading = run();
  running.set(name, { ...registration, loading });
  const done = () => {
    if (running.get(name)?.loading === loading) running.delete(name);
  };
  loading.then(done, done);
  return loading;
}

/** `forget`: what Module Federation has of the remote already came without a signature that is wanted now. */
async function register(
  name: string,
  { url, options }: Registration,
  { refresh = false, forget = false }: { refresh?: boolean; forget?: boolean },
): Promise<RegisteredRemote> {
  const {
    integrity,
    unsealed = "block",
    shareScope,
    target,
    maxFiles,
    instance: given,
    manifest: checked,
    signature: own,
    ...fetching
  } = options;
  const instance = given ?? instanceOf();
  const plugin = pluginOf(instance);
  const known = instance.options.remotes.find((remote) => remote.name === name);
  const names = [name, known?.alias];
  const forgets = refresh || forget;
  const signature: SignatureChecks = (its) => wanted(its, own, plugin.signature);
  const fresh: ManifestFetchOptions = refresh
    ? { ...fetching, force: true, fetchInit: { cache: "no-cache", ...fetching.fetchInit } }
    : fetching;
  const error = checked && signature(names)?.refusal({ manifest: checked, url }, true);
  if (error) throw error;
  const { manifest, url: at } = checked
    ? { manifest: checked, url }
    : await fetchManifest(url, { ...fresh, signature }, names);
  const [gap] = (await sealed(manifest, at, integrity?.mode, maxFiles)).gaps;
  if (gap && unsealed === "block") throw gap;
  // What has no .json in its address is an entry to Module Federation.
  if (!at.includes(".json")) {
    throw fedsealError(
      "ERR_FEDSEAL_OPTIONS",
      at,
      "is no address of a manifest for Module Federation, which wants .json in it.",
    );
  }
  const { remoteEntry, ssrRemoteEntry } = manifest.metaData;
  const node = (target ?? (typeof document === "object" ? "web" : "node")) === "node";
  if (!(node ? (ssrRemoteEntry ?? remoteEntry) : remoteEntry)?.name) {
    throw fedsealError("ERR_FEDSEAL_MANIFEST_INVALID", at, `names no entry for ${node ? "servers" : "browsers"}.`);
  }
  // By force, Module Federation forgets what it loaded: not for a registration that changes nothing.
  const force = known !== undefined && (forgets || checked !== undefined || known.entry !== at);
  // It asks for the manifest when the remote is first loaded, and gets this one.
  if (!known || force) handOver(at, { manifest, url: at });
  if (forgets) forgetChunks(manifest, instance);
  instance.registerRemotes([{ name, entry: at, ...(shareScope !== undefined && { shareScope }) }], { force });
  return { name, entry: at, manifest };
}

/** Chunks of the old release that are still in the page's list would be taken for those of the new one. */
function forgetChunks(manifest: FederationManifest, instance: FederationInstance): void {
  const names = [manifest.name, manifest.metaData.name].filter((one) => one !== undefined && one !== instance.name);
  for (const name of names) {
    for (const list of [`webpackChunk${name}`, `rspackChunk${name}`]) {
      if (Array.isArray((globalThis as Record<string, unknown>)[list]))
        (globalThis as Record<string, unknown>)[list] = [];
    }
  }
}

function instanceOf(): FederationInstance {
  const { __FEDERATION__: federation } = globalThis as { __FEDERATION__?: { __INSTANCES__?: FederationInstance[] } };
  const [instance] = federation?.__INSTANCES__ ?? [];
  if (instance) return instance;
  throw fedsealError(
    "ERR_FEDSEAL_OPTIONS",
    undefined,
    "there is no instance of Module Federation's runtime yet: create one, or pass it as `instance`.",
  );
}

/** Without the plugin, everything after the manifest would run unchecked. */
function pluginOf(instance: FederationInstance): { signature?: SignatureChecks } {
  const { plugins = [] } = instance.options as { plugins?: { name?: string; signature?: SignatureChecks }[] };
  const plugin = plugins.find((one) => one?.name === "fedseal");
  if (plugin) return plugin;
  throw fedsealError(
    "ERR_FEDSEAL_OPTIONS",
    undefined,
    `${instance.name} does not have fedseal's plugin, so that nothing would check what it loads. Build the host with FedsealPlugin, or pass @fedseal/runtime/plugin (servers: /node) among the plugins of createInstance.`,
  );
}
