import type { Sharing, SharingPackage } from "../gates/shared/sharing.js";
import { mayHandleFailedRemotes } from "../plugin/failed-remotes.js";
import type { Federation, Share } from "./federation.js";
import { HOST_MODULE } from "./host.js";

/**
 * What Module Federation's manifest leaves out of the shared packages that it lists, by the options of the federation plugin;
 * undefined where the manifest lists one that the options do not know. `context` is the project's folder.
 */
export function sharingOf(federation: Federation, manifest: Buffer, context: string): Sharing | undefined {
  const { shared, shareScope = "default", shareStrategy, remotes, runtimePlugins } = federation;
  const packages: SharingPackage[] = [];
  const names = listedIn(manifest);
  if (!names) return undefined;
  for (const name of names) {
    const share = shareOf(shared, name);
    if (!share) return undefined;
    packages.push(packageOf(name, share));
  }
  packages.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  const others = runtimePlugins.filter((one) => one !== HOST_MODULE);
  const ownScopes = Object.entries(remotes).flatMap(([alias, remote]): [string, string][] =>
    remote.shareScope === undefined || remote.shareScope === shareScope
      ? []
      : [[remote.name ?? alias, remote.shareScope]],
  );
  return {
    strategy: shareStrategy === "loaded-first" ? "loaded-first" : "version-first",
    ...(typeof shareScope === "string" && { scope: shareScope }),
    ...(mayHandleFailedRemotes(others, context) && { handlesFailedRemotes: true as const }),
    remoteScopes: Object.fromEntries(ownScopes.sort(([a], [b]) => (a < b ? -1 : Number(a > b)))),
    packages,
  };
}

function packageOf(name: string, { scope, shareConfig }: Share): SharingPackage {
  const { requiredVersion, singleton, strictVersion, eager, import: source } = shareConfig;
  return {
    name,
    scopes: [scope].flat(),
    ...(typeof requiredVersion === "string" && { requiredVersion }),
    singleton: singleton === true,
    strictVersion: strictVersion === true,
    eager: eager === true,
    import: source !== false,
    // Vite's modules wait for shared packages wherever they import them.
    atStartup: false,
  };
}

/** By its name, else by a prefix such as `lodash/`. */
function shareOf(shared: Record<string, Share>, name: string): Share | undefined {
  if (Object.hasOwn(shared, name)) return shared[name];
  const prefix = Object.keys(shared).find((key) => key.endsWith("/") && name.startsWith(key));
  return prefix === undefined ? undefined : shared[prefix];
}

/** The names of the packages in a manifest; what is wrong with one is said where it is sealed. */
function listedIn(manifest: Buffer): string[] | undefined {
  try {
    const { shared } = JSON.parse(manifest.toString());
    if (shared === undefined) return [];
    return Array.isArray(shared) ? shared.map((one) => String(one?.name)) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}
