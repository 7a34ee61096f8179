/**
 * Seals Module Federation output of Vite. Add {@link fedseal} to the plugins of a Vite configuration.
 *
 * @packageDocumentation
 */
import { resolve } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import type { Plugin, ResolvedConfig } from "vite";
import { panic, textOf } from "../diagnostics.js";
import { conflictOf } from "../plugin/one-plugin.js";
import type { FedsealPluginOptions } from "../plugin/options.js";
import { isError } from "../plugin/prepare.js";
import { validateOptions } from "../plugin/validate-options.js";
import { type Federation, federationsIn } from "./federation.js";
import { checkFederation, checkHosts, HOST_ID, HOST_MODULE, hostModule, isHost, wireHost } from "./host.js";
import { Project } from "./project.js";

/** Options of {@link fedseal}: those of `FedsealPlugin` but for `verify`, as files are hashed after Vite has written them. */
export type FedsealViteOptions = Omit<FedsealPluginOptions, "verify">;

/** A plugin as Vite takes it. Its hooks are Vite's affair, and whoever reads these types need not have Vite. */
export interface VitePlugin {
  name: string;
  enforce?: "post";
}

/** What a plugin of fedseal keeps for a second one. */
interface Own {
  api: { options: FedsealViteOptions };
}

/** What hooks have as `this`, as far as it is used here. */
interface Hook {
  warn(message: string): void;
  error(error: { message: string; stack: string }): never;
}

/**
 * Seals what a Vite build with `@module-federation/vite` or `vite-plugin-federation` writes, and makes hosts hold their remotes to
 * their seals, on Vite 7 and 8. Put it last. What a dev server serves is not sealed.
 *
 * @example
 * plugins: [federation({ name: "shop", exposes: { "./Panel": "./src/Panel.js" }, manifest: true }), fedseal()]
 *
 * @throws ValidationError naming the option, its value and what is allowed.
 */
export function fedseal(options: FedsealViteOptions = {}): VitePlugin {
  validateOptions(options, ["verify"]);
  if (options.enabled === false) return { name: "fedseal" };
  let federations: Federation[] = [];
  let project: Project;
  let isSecond = false;
  const plugin: Plugin = {
    name: "fedseal",
    enforce: "post",
    api: { options },

    configResolved(config: ResolvedConfig) {
      const first = config.plugins.find(({ name }) => name === "fedseal") as Own | undefined;
      isSecond = first !== plugin;
      if (isSecond) {
        const conflict = first && conflictOf(first.api.options, options, "fedseal()");
        if (conflict) throw new Error(textOf(conflict));
        config.logger.warn("fedseal: this configuration has a second fedseal(), which has nothing to do: keep one");
        return;
      }
      federations = federationsIn(config.plugins);
      project = new Project(config, federations, options);
      if (options.enforce === false) return;
      for (const one of federations) if (options.enforce || isHost(one)) wireHost(one);
    },

    resolveId: (id) => (id === HOST_MODULE && !isSecond ? HOST_ID : null),
    load(id) {
      const isServer = this.environment.config.consumer === "server";
      // Updates of a remote that is being developed are in no manifest.
      const more = this.environment.mode === "dev" ? { hot: true } : {};
      return id === HOST_ID ? hostModule(options.enforce || undefined, isServer, more) : null;
    },

    buildStart() {
      // Under a test runner, a dev server without a federation plugin is no mistake.
      if (isSecond) return;
      const found = checkFederation(federations, options);
      if (this.environment.mode !== "build") {
        if (federations.length > 0) for (const one of found) this.warn(textOf(one));
        return;
      }
      tell(this, found);
      project.begin(this.environment.name, isPage(this.environment));
    },

    buildEnd(failed?: Error) {
      if (failed && !isSecond) project.forget(this.environment.name);
    },

    renderError() {
      if (!isSecond) project.forget(this.environment.name);
    },

    generateBundle: {
      order: "post",
      async handler({ dir }, bundle) {
        if (isSecond) return;
        if (isPage(this.environment) && options.enforce !== false) {
          tell(this, checkHosts(federations, options.enforce !== undefined, bundle));
        }
        const folder = resolve(project.root, dir ?? this.environment.config.build.outDir);
        tell(this, await project.hold(this.environment.name, isPage(this.environment), folder, bundle));
      },
    },

    renderStart() {
      if (!isSecond) project.count(this.environment.name, 1);
    },

    writeBundle: {
      // Behind the last one that may fail.
      order: "post",
      sequential: true,
      handler() {
        if (!isSecond) project.count(this.environment.name, -1);
      },
    },

    closeBundle: {
      // Whatever else writes into the output has done so by then.
      order: "post",
      sequential: true,
      async handler(failed?: Error) {
        if (isSecond) return;
        if (failed) project.forget(this.environment.name);
        const { diagnostics, lines } = await project.seal(this.environment.name).catch((thrown) => ({
          // A bug of ours fails the build with a text that says so.
          diagnostics: [panic(thrown)],
          lines: [],
        }));
        tell(this, diagnostics);
        for (const line of lines) project.log(line);
      },
    },
  };
  return plugin as VitePlugin;
}

/** Whether what is built is for browsers. */
function isPage({ config }: { config: { consumer: "client" | "server" } }): boolean {
  return config.consumer === "client";
}

/** Warnings one by one; all errors as one. */
function tell(hook: Hook, diagnostics: readonly Diagnostic[]): void {
  for (const one of diagnostics) if (!isError(one)) hook.warn(textOf(one));
  const errors = diagnostics.filter(isError);
  const message = errors.map(textOf).join("\n\n");
  // Where in fedseal it was found helps nobody.
  if (errors.length > 0) hook.error({ message, stack: message });
}
