/**
 * `sharing` of a sealed manifest: what the build knows of its shared packages and Module Federation's manifest leaves out.
 * The plugin writes it, the gate reads it.
 */
export interface Sharing {
  strategy: "version-first" | "loaded-first";
  /** The share scope of the container; left out where it has several. */
  scope?: string;
  /** Whether a runtime plugin of the configuration may handle a remote that cannot be loaded; left out where none does. */
  handlesFailedRemotes?: true;
  /** Of a host: the share scope of each remote, by the name of its container, where it is another one. */
  remoteScopes: Record<string, string>;
  packages: SharingPackage[];
}

/** One shared package, with Module Federation's defaults filled in. */
export interface SharingPackage {
  name: string;
  scopes: string[];
  /** The range that the code asks for; without it, that of `shared` counts. */
  requiredVersion?: string;
  singleton: boolean;
  strictVersion: boolean;
  eager: boolean;
  /** `false`: the part brings no copy of its own. */
  import: boolean;
  /** Whether code of an entry runs it without an asynchronous boundary before it. */
  atStartup: boolean;
}

const FLAGS = ["singleton", "strictVersion", "eager", "import", "atStartup"] as const;

/** Reads `sharing` strictly; a text says what is wrong with it. `undefined` stands for a manifest without it. */
export function readSharing(value: unknown): Sharing | string | undefined {
  if (value === undefined) return undefined;
  if (!isRecord(value)) return "`sharing` is not an object";
  const { strategy, scope, handlesFailedRemotes, remoteScopes, packages } = value;
  if (strategy !== "version-first" && strategy !== "loaded-first") {
    return `\`sharing.strategy\` is ${JSON.stringify(strategy)}; expected "version-first" or "loaded-first"`;
  }
  if (scope !== undefined && typeof scope !== "string") return "`sharing.scope` is not a string";
  if (handlesFailedRemotes !== undefined && handlesFailedRemotes !== true) {
    return "`sharing.handlesFailedRemotes` is not true";
  }
  if (!isRecord(remoteScopes)) return "`sharing.remoteScopes` is not an object";
  const links: Record<string, string> = {};
  for (const [remote, link] of Object.entries(remoteScopes)) {
    if (typeof link !== "string") return `\`sharing.remoteScopes\` has no text for ${JSON.stringify(remote)}`;
    links[remote] = link;
  }
  if (!Array.isArray(packages)) return "`sharing.packages` is not an array";
  const read: SharingPackage[] = [];
  for (const [index, item] of packages.entries()) {
    const at = `\`sharing.packages[${index}]\``;
    if (!isRecord(item) || typeof item.name !== "string") return `${at} has no name`;
    const { name, scopes, requiredVersion } = item;
    if (requiredVersion !== undefined && typeof requiredVersion !== "string") {
      return `\`requiredVersion\` of ${at} is not a string`;
    }
    if (!Array.isArray(scopes) || !scopes.every((scope) => typeof scope === "string")) return `${at} has no scopes`;
    const wrong = FLAGS.find((flag) => typeof item[flag] !== "boolean");
    if (wrong) return `\`${wrong}\` of ${at} is not true or false`;
    const flags = Object.fromEntries(FLAGS.map((flag) => [flag, item[flag]])) as Record<
      (typeof FLAGS)[number],
      boolean
    >;
    read.push({ name, scopes, ...(requiredVersion !== undefined && { requiredVersion }), ...flags });
  }
  return {
    strategy,
    ...(scope !== undefined && { scope }),
    ...(handlesFailedRemotes && { handlesFailedRemotes }),
    remoteScopes: links,
    packages: read,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
