/** When a host of Module Federation compares versions: before it starts, or as parts are loaded. */
export type Strategy = "version-first" | "loaded-first";

/** One package that a part of a page shares. What nobody recorded is `undefined`, which is not `false`. */
export interface SharedPackage {
  /** The share key, which is the name of the package or of a module in it: `react`, `react-dom/client`. */
  name: string;
  /** The version of the copy that the part brings, or of the one that it was built beside. */
  version: string;
  /** Whether the part brings a copy of its own; `false` is `import: false`. */
  provides: boolean | undefined;
  /** The range that the part accepts. `"*"` is any version. */
  requiredVersion: string;
  singleton: boolean | undefined;
  strictVersion: boolean | undefined;
  eager: boolean | undefined;
  /** Whether code runs it at startup, without an asynchronous boundary before it. */
  atStartup: boolean | undefined;
  /** The share scopes, as the part names them; a package of one scope is never seen in another. */
  scopes: readonly string[] | undefined;
  /** Its place in the manifest, as a JSON pointer (RFC 6901). */
  pointer: string;
}

/** A host or a remote on a page, as far as shared packages go. */
export interface Part {
  /** The name of its container. */
  name: string;
  /** Its manifest, as it is shown to the user. */
  file: string;
  isHost: boolean;
  /** Whether it exposes modules to others. */
  isRemote: boolean;
  strategy: Strategy | undefined;
  /** The scope of its container. The page puts its own scope for this remote in that place, whatever the two are called. */
  scope: string | undefined;
  /** Of a host: its scope for each remote, by the name of the container; the others get `scope`. */
  remoteScopes: Readonly<Record<string, string>>;
  packages: readonly SharedPackage[];
}

/** Facts that a manifest may lack, given by the user for all packages of a part. */
export type AssumedFacts = Partial<
  Pick<SharedPackage, "singleton" | "strictVersion" | "eager" | "atStartup" | "scopes">
> & { strategy?: Strategy; scope?: string };

/** The same part, with `facts` in the place of what its manifest does not record. */
export function withFacts(part: Part, { strategy, scope, ...facts }: AssumedFacts): Part {
  const packages = part.packages.map((one): SharedPackage => {
    const known = Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined));
    return { ...one, ...facts, ...known };
  });
  return { ...part, strategy: part.strategy ?? strategy, scope: part.scope ?? scope, packages };
}
