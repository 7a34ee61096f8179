import type { Configuration } from "./producers.ts";

/** How others apply Module Federation's plugin in place of the user, as Nx, Next.js and Modern.js do. */
// biome-ignore lint/suspicious/noExplicitAny: a plugin of either bundler
type Plugin = any;

export const WRAPPERS: Record<string, (plugin: Plugin) => Plugin> = {
  "a class that applies it": (plugin) =>
    new (class NxModuleFederationPlugin {
      readonly #plugin = plugin;
      apply(compiler: Configuration) {
        this.#plugin.apply(compiler);
      }
    })(),
  "a hook of the compiler": (plugin) => ({
    apply: (compiler: Configuration) => compiler.hooks.afterEnvironment.tap("preset", () => plugin.apply(compiler)),
  }),
  "a class that extends it": (plugin) => {
    const type = plugin.constructor;
    return Object.setPrototypeOf(plugin, class SiteFederation extends type {}.prototype);
  },
  "a function": (plugin) => (compiler: Configuration) => plugin.apply(compiler),
};
