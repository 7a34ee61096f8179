import type { Compiler } from "./bundler.js";

/** A Module Federation plugin of the configuration. */
export interface FederationPlugin {
  /** Its options, which it reads when it is applied or later. */
  options: Record<string, unknown>;
  /** Whether it is the bundler's own. */
  builtIn: boolean;
}

/** The Module Federation plugins of a configuration, whether they were applied already or not. */
export function federationPlugins(compiler: Compiler): FederationPlugin[] {
  return federationPluginsIn(compiler.options.plugins, compiler.webpack.container?.ModuleFederationPlugin);
}

/** Those of a list of plugins; `own` is the bundler's own. */
export function federationPluginsIn(
  plugins: unknown,
  own?: abstract new (...parameters: never) => object,
): FederationPlugin[] {
  if (!Array.isArray(plugins)) return [];
  return plugins
    .filter((plugin): plugin is object => typeof plugin === "object" && plugin !== null)
    .filter(isFederationPlugin)
    .map((plugin) => ({ options: optionsOf(plugin), builtIn: own !== undefined && plugin instanceof own }));
}

export function isRspack({ webpack }: Compiler): boolean {
  return webpack.rspackVersion !== undefined;
}

/** The names on the left of a `remotes` or `exposes` option: an object, or a list of strings and objects. */
export function keysOf(option: unknown): string[] {
  const items = Array.isArray(option) ? option : [option];
  return items.flatMap((item) => {
    if (typeof item === "string") return [item];
    return typeof item === "object" && item !== null ? Object.keys(item) : [];
  });
}

/** By name, for itself or a class it extends: a configuration may hold the plugin of another copy of its package. */
function isFederationPlugin(plugin: object): boolean {
  for (let type: object | null = Object.getPrototypeOf(plugin); type !== null; type = Object.getPrototypeOf(type)) {
    if ((type as { constructor?: { name?: unknown } }).constructor?.name === "ModuleFederationPlugin") return true;
  }
  return false;
}

/** Module Federation's plugins keep their options as `_options`, in every version tested. */
function optionsOf(plugin: object): Record<string, unknown> {
  const { _options, options } = plugin as { _options?: unknown; options?: unknown };
  const found = _options ?? options;
  return typeof found === "object" && found !== null ? (found as Record<string, unknown>) : {};
}
