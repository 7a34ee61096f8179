import { posix } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import type { Compiler } from "./bundler.js";
import { diagnostic } from "./diagnostics.js";

const DEFAULT = "mf-manifest.json";

/**
 * The names of the manifests that this build has to have: the one the option names; else what each Module Federation
 * plugin of the configuration says, and every `mf-manifest.json` among the assets.
 */
export function findManifests(
  compiler: Compiler,
  assets: ReadonlySet<string>,
  option: string | undefined,
): { names: string[]; missing: Diagnostic[] } {
  if (option !== undefined) {
    const name = posix.normalize(option);
    if (assets.has(name)) return { names: [name], missing: [] };
    return {
      names: [],
      missing: [diagnostic("manifest/missing", `the build emitted no ${name}, which the option \`manifest\` names`)],
    };
  }
  const names = new Set([...assets].filter((name) => posix.basename(name) === DEFAULT));
  const missing: Diagnostic[] = [];
  const federations = federationPlugins(compiler);
  for (const federation of federations) {
    if ("problem" in federation) {
      missing.push(diagnostic("manifest/missing", federation.problem, undefined, federation.help));
    } else if (assets.has(federation.manifest)) {
      names.add(federation.manifest);
    } else {
      missing.push(
        diagnostic("manifest/missing", `Module Federation was to write ${federation.manifest}, but did not`),
      );
    }
  }
  if (names.size === 0 && missing.length === 0) {
    const message = "this configuration has no ModuleFederationPlugin, and the build emitted no mf-manifest.json";
    const help =
      "Put FedsealPlugin into the configuration that has the ModuleFederationPlugin, or name the manifest with the option `manifest`.";
    missing.push(diagnostic("manifest/missing", message, undefined, help));
  }
  return { names: [...names].sort(), missing };
}

type Federation = { manifest: string } | { problem: string; help: string };

function federationPlugins(compiler: Compiler): Federation[] {
  const plugins: unknown = compiler.options.plugins;
  if (!Array.isArray(plugins)) return [];
  const builtIn = compiler.webpack.container?.ModuleFederationPlugin;
  const isRspack = compiler.webpack.rspackVersion !== undefined;
  return plugins
    .filter((plugin): plugin is object => typeof plugin === "object" && plugin !== null)
    .filter((plugin) => plugin.constructor.name === "ModuleFederationPlugin")
    .map((plugin) => {
      const isBuiltIn = builtIn !== undefined && plugin instanceof builtIn;
      return manifestOf(optionsOf(plugin).manifest, isBuiltIn, isRspack);
    });
}

function manifestOf(option: unknown, isBuiltIn: boolean, isRspack: boolean): Federation {
  if (isBuiltIn && !isRspack) {
    return {
      problem: "webpack's own ModuleFederationPlugin writes no manifest",
      help: "Use the ModuleFederationPlugin of `@module-federation/enhanced/webpack` in its place.",
    };
  }
  if (option === false || (isBuiltIn && option === undefined)) {
    return {
      problem:
        option === false
          ? "Module Federation's manifest is switched off (`manifest: false`)"
          : "Rspack's built-in ModuleFederationPlugin writes no manifest unless it is told to",
      help: "Set `manifest: true` in the options of the ModuleFederationPlugin.",
    };
  }
  if (typeof option !== "object" || option === null) return { manifest: DEFAULT };
  const { fileName, filePath } = option as { fileName?: unknown; filePath?: unknown };
  const name = typeof fileName === "string" && fileName !== "" ? fileName : DEFAULT;
  const withEnding = name.endsWith(".json") ? name : `${name}.json`;
  return { manifest: posix.join(typeof filePath === "string" ? filePath : "", withEnding) };
}

/** Module Federation's plugins keep their options as `_options`, in every version tested. */
function optionsOf(plugin: object): Record<string, unknown> {
  const { _options, options } = plugin as { _options?: unknown; options?: unknown };
  const found = _options ?? options;
  return typeof found === "object" && found !== null ? (found as Record<string, unknown>) : {};
}
