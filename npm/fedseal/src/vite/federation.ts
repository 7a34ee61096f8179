/** What of a federation plugin for Vite is used: the options as it reads them itself, later in the build. */
export interface Federation {
  name: string;
  exposes: Record<string, { import?: string | string[] }>;
  remotes: Record<string, { name?: string; shareScope?: string }>;
  shared: Record<string, Share>;
  shareScope?: string | string[];
  shareStrategy?: string;
  manifest?: boolean | { fileName?: string; filePath?: string };
  /** Specifiers of modules, or pairs of one and its options. */
  runtimePlugins: (string | [string, unknown])[];
}

/** A shared package, with the plugin's defaults filled in. */
export interface Share {
  scope: string | string[];
  shareConfig: {
    singleton?: boolean;
    requiredVersion?: unknown;
    strictVersion?: boolean;
    eager?: boolean;
    import?: unknown;
  };
}

/** A plugin of a configuration, as far as it is looked at. */
interface AnyPlugin {
  name: string;
  _options?: unknown;
}

/** The federation plugins of a configuration: `@module-federation/vite`, `vite-plugin-federation`. */
export function federationsIn(plugins: readonly AnyPlugin[]): Federation[] {
  return plugins.map(({ _options }) => _options).filter(isFederation);
}

/** The manifest's file, relative to the output folder; undefined where the plugin writes none. */
export function manifestOf({ manifest }: Federation): string | undefined {
  if (!manifest) return undefined;
  const { fileName = "mf-manifest.json", filePath = "" } = manifest === true ? {} : manifest;
  return [filePath, fileName]
    .join("/")
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
}

/** The names of its remotes: as the host calls them, and as they call themselves. */
export function remoteNamesOf({ remotes }: Federation): string[] {
  return Object.entries(remotes).flatMap(([alias, { name }]) => (name === undefined ? [alias] : [alias, name]));
}

/** What it exposes, as a contract has it. */
export function exposedBy({ exposes }: Federation): { key: string; source: string }[] {
  return Object.entries(exposes).flatMap(([key, { import: source }]) =>
    [source ?? []].flat().map((one) => ({ key, source: one })),
  );
}

function isFederation(options: unknown): options is Federation {
  if (typeof options !== "object" || options === null) return false;
  const { name, exposes, remotes, shared, runtimePlugins } = options as Partial<Federation>;
  return typeof name === "string" && [exposes, remotes, shared].every(isObject) && Array.isArray(runtimePlugins);
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
