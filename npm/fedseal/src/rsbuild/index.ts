/**
 * Seals builds of Rsbuild. Add {@link pluginFedseal} to `plugins` of `rsbuild.config.ts`, before or after the plugin of
 * Module Federation.
 *
 * @packageDocumentation
 */

import { resolve } from "node:path";
import { federationPluginsIn } from "../plugin/find-federation-plugins.js";
import { FedsealPlugin } from "../plugin/index.js";
import type { FedsealPluginOptions } from "../plugin/options.js";
import { EnvironmentSeal } from "./environment.js";
import { sharedManifest } from "./one-folder.js";
import type { RsbuildPlugin } from "./rsbuild.js";
import { keepPathsOfHtml, setUnset } from "./unset-options.js";

export type { FedsealPluginOptions, RsbuildPlugin };

/**
 * FedsealPlugin for Rsbuild: seals each environment that has a ModuleFederationPlugin, whoever adds that, and shows what was
 * sealed. The options are those of FedsealPlugin. Works with Rsbuild 2.
 *
 * @throws ValidationError naming the option, its value and what is allowed.
 *
 * @example
 * import { pluginModuleFederation } from "@module-federation/rsbuild-plugin";
 * import { defineConfig } from "@rsbuild/core";
 * import { pluginFedseal } from "fedseal/rsbuild";
 *
 * export default defineConfig({
 *   plugins: [
 *     pluginModuleFederation({ name: "shop", exposes: { "./Button": "./src/Button.jsx" } }),
 *     pluginFedseal(),
 *   ],
 * });
 */
export function pluginFedseal(options: FedsealPluginOptions = {}): RsbuildPlugin {
  const plugin = new FedsealPlugin(options);
  return {
    name: "fedseal",
    setup(api) {
      if (options.enabled === false) return;
      keepPathsOfHtml(api);
      const seals = new Set<EnvironmentSeal>();
      api.modifyRspackConfig({
        order: "post",
        handler(configuration, { environment: { name, config } }) {
          const folders = config.server.publicDir.map((one) => resolve(api.context.rootPath, one.name));
          const seal = new EnvironmentSeal(name, plugin, api.logger, folders);
          seals.add(seal);
          configuration.plugins = [...(configuration.plugins ?? []), seal];
        },
      });
      // Module Federation's plugin for Rsbuild adds its own for Rspack no earlier.
      api.onBeforeCreateCompiler({
        order: "post",
        handler({ bundlerConfigs }) {
          const environments = bundlerConfigs.flatMap((configuration) => {
            const seal = configuration.plugins?.find((one) => seals.has(one));
            return seal ? [{ seal, configuration, federation: federationPluginsIn(configuration.plugins) }] : [];
          });
          // Where no plugin is found, one may be hidden in another: FedsealPlugin finds out, or says what is missing.
          const isAnyFound = environments.some(({ federation }) => federation.length > 0);
          const shared = sharedManifest(environments.map((one) => ({ ...one, name: one.seal.name })));
          if (shared !== undefined) throw new Error(shared);
          for (const { seal, configuration, federation } of environments) {
            seal.isFederated = federation.length > 0 || !isAnyFound;
            seal.isOneOfMany = bundlerConfigs.length > 1;
            if (!seal.isFederated) continue;
            for (const line of setUnset(api, seal.name, configuration, federation)) seal.say("info", line);
          }
        },
      });
      api.onAfterBuild({
        order: "post",
        handler({ isWatch }) {
          for (const { written } of seals) {
            const text = written.changed();
            // An error that is thrown ends a build that watches.
            if (text !== undefined && isWatch) api.logger.error(text);
            else if (text !== undefined) throw new Error(text);
          }
        },
      });
    },
  };
}
