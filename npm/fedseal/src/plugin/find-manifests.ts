import { posix } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import type { Compiler } from "./bundler.js";
import { type FederationPlugin, federationPlugins, isRspack } from "./find-federation-plugins.js";

const DEFAULT = "mf-manifest.json";

/**
 * The names of the manifests of this build: what each Module Federation plugin of the configuration says, every
 * `mf-manifest.json` among the assets, and the one the option names. One that has to be there and is not, is missing.
 */
export function findManifests(
  compiler: Compiler,
  assets: ReadonlySet<string>,
  option: string | undefined,
): { names: string[]; missing: Diagnostic[] } {
  const names = new Set([...assets].filter((name) => posix.basename(name) === DEFAULT));
  const missing: Diagnostic[] = [];
  for (const plugin of federationPlugins(compiler)) {
    const federation = manifestOf(plugin, compiler);
    if ("problem" in federation) {
      missing.push(diagnostic("manifest/missing", federation.problem, undefined, federation.help));
    } else if (assets.has(federation.manifest)) {
      names.add(federation.manifest);
    } else {
      const message = `Module Federation was to write ${federation.manifest}, but did not`;
      const help =
        'Set `output.publicPath` ("auto" if in doubt): `@module-federation/enhanced` writes no manifest without it. Look for its warnings, too.';
      missing.push(diagnostic("manifest/missing", message, undefined, help));
    }
  }
  if (option !== undefined) {
    const name = posix.normalize(option);
    if (posix.basename(name).endsWith("-stats.json")) {
      const message = `\`manifest\`: ${JSON.stringify(option)} is Module Federation's statistics, which no host reads`;
      return { names: [], missing: [diagnostic("options/invalid", message)] };
    }
    if (!assets.has(name)) {
      const message = `the build emitted no ${name}, which the option \`manifest\` names`;
      return { names: [], missing: [diagnostic("manifest/missing", message)] };
    }
    // The user's word stands for a plugin that fedseal does not know or understand; what else is there is sealed too.
    return { names: [...names.add(name)].sort(), missing: [] };
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

function manifestOf(
  { options: { manifest: option }, builtIn: isBuiltIn }: FederationPlugin,
  compiler: Compiler,
): Federation {
  if (isBuiltIn && !isRspack(compiler)) {
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
