import type { Part, SharedPackage } from "./part.js";
import { readSharing, type SharingPackage } from "./sharing.js";

/**
 * Reads the shared packages of a manifest of Module Federation, sealed or not. A text says why it cannot be read. `file` is
 * the manifest as it is shown to the user.
 */
export function readPart(manifest: unknown, file: string): Part | string {
  if (!isRecord(manifest)) return "it is not an object";
  const { name, shared = [], remotes = [], exposes = [] } = manifest;
  if (typeof name !== "string") return "`name` is not a string";
  for (const [key, value] of Object.entries({ shared, remotes, exposes })) {
    if (!Array.isArray(value)) return `\`${key}\` is not an array`;
  }
  const sharing = readSharing(manifest.sharing);
  if (typeof sharing === "string") return sharing;
  const packages: SharedPackage[] = [];
  for (const [index, item] of (shared as unknown[]).entries()) {
    if (!isRecord(item) || typeof item.name !== "string") return `\`shared[${index}]\` has no name`;
    const recorded = sharing?.packages.filter((one) => one.name === item.name) ?? [];
    packages.push(packageOf(manifest, { ...item, name: item.name }, recorded, `/shared/${index}`));
  }
  const isRemote = (exposes as unknown[]).length > 0;
  return {
    name,
    file,
    isHost: !isRemote || (remotes as unknown[]).length > 0,
    isRemote,
    strategy: sharing?.strategy,
    scope: sharing?.scope,
    remoteScopes: sharing?.remoteScopes ?? {},
    packages,
  };
}

function packageOf(
  manifest: Record<string, unknown>,
  item: Record<string, unknown> & { name: string },
  recorded: readonly SharingPackage[],
  pointer: string,
): SharedPackage {
  const { name } = item;
  const requiredVersion =
    recorded.find((one) => one.requiredVersion !== undefined)?.requiredVersion ?? item.requiredVersion;
  const version = typeof item.version === "string" ? item.version : "";
  // Module Federation's manifest has one entry per name, also where the package is in several scopes.
  const all = (key: "singleton" | "strictVersion" | "eager" | "import") =>
    recorded.length === 0 ? undefined : recorded.every((one) => one[key]);
  // `""` and `"*"` stand for the version of a package that the build did not see.
  const isUnseen = version === "" || version === "*";
  return {
    name,
    version,
    provides: all("import") ?? (isUnseen ? false : undefined),
    requiredVersion: typeof requiredVersion === "string" && requiredVersion !== "" ? requiredVersion : "*",
    singleton: all("singleton") ?? singletonOf(manifest, item),
    strictVersion: all("strictVersion"),
    eager: recorded.length === 0 ? undefined : recorded.some((one) => one.eager),
    atStartup: recorded.length === 0 ? undefined : recorded.some((one) => one.atStartup),
    scopes: recorded.length === 0 ? undefined : [...new Set(recorded.flatMap((one) => one.scopes))],
    pointer,
  };
}

/**
 * What a manifest says by itself. Rspack writes `true` where the option is not set, so that only `false` can be believed.
 * `@module-federation/enhanced` (with `fallback`) writes `false` for the modules of a package that is shared as `react-dom/`. Vite
 * (with an entry for servers) can be believed.
 */
function singletonOf({ metaData }: Record<string, unknown>, item: Record<string, unknown>): boolean | undefined {
  const isEnhanced = Object.hasOwn(item, "fallback");
  const isModule = /^(?:@[^/]+\/)?[^/]+\/./.test(String(item.name));
  if (item.singleton === false) return isEnhanced && isModule ? undefined : false;
  const isTruthful = isEnhanced || (isRecord(metaData) && isRecord(metaData.ssrRemoteEntry));
  return isTruthful && item.singleton === true ? true : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
