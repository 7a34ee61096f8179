import { ModuleFederation } from "@module-federation/runtime";
import * as bundler from "@module-federation/runtime-tools/webpack-bundler-runtime";
import type { Part, SharedPackage } from "../../../npm/fedseal/dist/gates/shared/part.js";

/**
 * A page of Module Federation's own runtime: its instances, and containers as the bundlers build them, around the part of
 * the runtime that bundles contain. Only packages are made up: a package is the text `<version> of <part>`.
 */

/** What one part got: the copy, or nothing, because it was refused or there was none. */
export interface Got {
  part: string;
  copy: string | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: the runtime's own instance, and the `__webpack_require__` that it works on
type Any = any;

// The package is CommonJS, and says that it is not.
const { bundlerRuntime }: Any = (bundler as Any).default ?? bundler;

interface Running {
  part: Part;
  instance: Any;
}

let pages = 0;

/**
 * Runs a page whose first part is the host; each part loads the package `name` in the order of `parts`, the host after its other
 * packages.
 */
export async function runPage(name: string, parts: readonly Part[]): Promise<Got[]> {
  const [host, ...remotes] = parts as [Part, ...Part[]];
  const started = new Map<string, Running>();
  // The runtime keeps what it has loaded by name and URL, for the whole process.
  pages += 1;
  const entryOf = (part: Part) => `https://${part.name}.test/${pages}/remoteEntry.js`;
  const entries = new Map(remotes.map((part) => [entryOf(part), part]));
  const instance = new ModuleFederation({
    name: host.name,
    shareStrategy: host.strategy,
    shared: sharedOf(host),
    remotes: remotes.map((part) => ({
      name: part.name,
      entry: entryOf(part),
      shareScope: host.remoteScopes[part.name] ?? host.scope ?? "default",
    })),
    plugins: [
      {
        name: "entries",
        // In the place of the request for a file: what the file holds.
        async loadEntry({ remoteInfo }: Any) {
          const part = entries.get(remoteInfo.entry) as Part;
          const { container, running } = containerOf(part);
          started.set(part.name, running);
          return container;
        },
      },
    ],
  } as Any);
  const got: Got[] = [];
  const own = host.packages.filter((one) => one.name === name);
  const others = host.packages.filter((one) => one.name !== name);
  for (const one of own.filter(({ atStartup }) => atStartup)) got.push(loadSync({ part: host, instance }, one));
  for (const one of others) await load({ part: host, instance }, one);
  for (const one of own.filter(({ atStartup }) => !atStartup)) got.push(await load({ part: host, instance }, one));
  for (const part of remotes) {
    await instance.loadRemote(`${part.name}/x`);
    const running = started.get(part.name) as Running;
    for (const one of part.packages.filter((item) => item.name === name)) got.push(await load(running, one));
  }
  return got;
}

/** `shared` as the bundlers give it to the runtime: only what a part brings. */
function sharedOf(part: Part): Record<string, Any[]> {
  const shared: Record<string, Any[]> = {};
  for (const one of part.packages.filter(({ provides }) => provides !== false)) {
    const factory = () => `${one.version} of ${part.name}`;
    shared[one.name] ??= [];
    shared[one.name]?.push({
      version: one.version,
      scope: [...(one.scopes ?? ["default"])],
      shareConfig: configOf(one),
      get: one.eager ? () => factory : async () => factory,
    });
  }
  return shared;
}

function configOf({ requiredVersion, singleton, strictVersion, eager }: SharedPackage) {
  return { requiredVersion, singleton, strictVersion, eager };
}

/** What a bundler makes of `exposes`. */
function containerOf(part: Part): { container: Any; running: Running } {
  const initOptions = { name: part.name, remotes: [], shareStrategy: part.strategy, shared: sharedOf(part) };
  const instance = new ModuleFederation(initOptions as Any);
  const require: Any = { S: {}, o: Object.hasOwn, federation: { instance, initOptions, bundlerRuntimeOptions: {} } };
  const [initPromises, initTokens] = [{}, {}];
  require.I = (shareScopeName: string, initScope: Any) =>
    bundlerRuntime.I({
      shareScopeName,
      webpackRequire: require,
      initPromises,
      initTokens,
      initScope,
    });
  const container = {
    get: async () => () => "exposed",
    init: (shareScope: Any, initScope: Any, remoteEntryInitOptions: Any) =>
      bundlerRuntime.initContainerEntry({
        webpackRequire: require,
        shareScope,
        initScope,
        remoteEntryInitOptions,
        shareScopeKey: part.scope ?? "default",
      }),
  };
  return { container, running: { part, instance } };
}

/** As `consumes` of the bundler's runtime does. */
async function load({ part, instance }: Running, one: SharedPackage): Promise<Got> {
  const customShareInfo = { scope: [...(one.scopes ?? ["default"])], shareConfig: configOf(one) };
  try {
    const factory = await instance.loadShare(one.name, { customShareInfo });
    return { part: part.name, copy: factory === false ? fallbackOf(part, one) : factory() };
  } catch (error) {
    if (!String(error).includes("does not satisfy the requirement")) throw error;
    return { part: part.name, copy: undefined };
  }
}

/** As `installInitialConsumes` of the bundler's runtime does. */
function loadSync({ part, instance }: Running, one: SharedPackage): Got {
  const customShareInfo = { scope: [...(one.scopes ?? ["default"])], shareConfig: configOf(one) };
  try {
    return { part: part.name, copy: instance.loadShareSync(one.name, { customShareInfo })() };
  } catch (error) {
    if (!String(error).includes("does not satisfy the requirement")) throw error;
    return { part: part.name, copy: undefined };
  }
}

function fallbackOf(part: Part, one: SharedPackage): string | undefined {
  return one.provides === false ? undefined : `${one.version} of ${part.name}`;
}
