import { posix } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import type { Compilation, Compiler } from "./bundler.js";
import { COMPRESSIONS } from "./compressed.js";
import type { Files } from "./files.js";
import { containersOf } from "./find-federation.js";
import { type FederationPlugin, federationPlugins, isRspack } from "./find-federation-plugins.js";
import { bytesOf } from "./output.js";

const DEFAULT = "mf-manifest.json";

/**
 * The names of the manifests of this build: what each Module Federation plugin of the configuration says, and the one the option
 * names. One that has to be there and is not, is missing. Where Module Federation was applied by somebody else, nobody says what
 * its manifest is called: it is known by what it holds. Every other manifest among the assets is another build's, and a file like
 * all others.
 */
export function findManifests(
  compiler: Compiler,
  compilation: Compilation,
  files: Files,
  option: string | undefined,
): { names: string[]; missing: Diagnostic[] } {
  const assets = new Set(files.names);
  const names = new Set<string>();
  const missing: Diagnostic[] = [];
  const plugins = federationPlugins(compiler);
  if (plugins.length === 0) {
    for (const name of assets) if (isManifestName(name) && isOwn(compilation, files, name)) names.add(name);
  }
  for (const plugin of plugins) {
    const federation = manifestOf(plugin, compiler);
    if ("problem" in federation) {
      missing.push(diagnostic("manifest/missing", federation.problem, undefined, federation.help));
    } else if (!assets.has(federation.manifest)) {
      missing.push(notWritten(federation.manifest, assets));
    } else if (names.has(federation.manifest)) {
      missing.push(writtenTwice(federation.manifest, plugins, compiler));
    } else {
      names.add(federation.manifest);
    }
  }
  if (option !== undefined) {
    const name = posix.normalize(option);
    if (isStatistics(name)) {
      const message = `\`manifest\`: ${JSON.stringify(option)} is Module Federation's statistics, which no host reads`;
      return { names: [], missing: [diagnostic("options/invalid", message)] };
    }
    if (!assets.has(name)) {
      const message = `the build emitted no ${name}, which the option \`manifest\` names`;
      const found = [...names].map((one) => JSON.stringify(one)).join(", ");
      const help = found
        ? `Leave the option \`manifest\` out: ${found} is found without it.`
        : "Name a manifest that the build emits, relative to the output folder.";
      return { names: [], missing: [diagnostic("manifest/missing", message, undefined, help)] };
    }
    // The user's word stands for a plugin that fedseal does not know or understand; what else is there is sealed too.
    return { names: [...names.add(name)].sort(), missing: [] };
  }
  if (names.size === 0 && missing.length === 0) {
    const message = "this configuration has no ModuleFederationPlugin in `plugins`, and the build emitted no manifest";
    const help =
      "Put FedsealPlugin into the configuration that has the ModuleFederationPlugin, and let that write a manifest (`manifest: true`), or name the manifest with the option `manifest`.";
    missing.push(diagnostic("manifest/missing", message, undefined, help));
  }
  return { names: [...names].sort(), missing };
}

/** The assets that may turn out to be manifests of this build. */
export function possibleManifests(
  compiler: Compiler,
  compilation: Compilation,
  option: string | undefined,
): readonly string[] {
  const plugins = federationPlugins(compiler);
  const named = new Set(
    plugins.flatMap((plugin) => {
      const federation = manifestOf(plugin, compiler);
      return "manifest" in federation ? [federation.manifest] : [];
    }),
  );
  if (option !== undefined) named.add(posix.normalize(option));
  if (plugins.length > 0) return [...named].filter((name) => compilation.getAsset(name) !== undefined);
  return Object.keys(compilation.assets).filter((name) => named.has(name) || posix.basename(name) === DEFAULT);
}

/**
 * What was copied into the build was made elsewhere. A plugin that copies files says so; of the others, no container of this build
 * has the manifest's name, or the entry that it names is no chunk of this build.
 */
function isOwn(compilation: Compilation, files: Files, name: string): boolean {
  if (compilation.getAsset(name)?.info.copied === true) return false;
  const manifest = manifestIn(bytesOf(compilation, name).toString());
  if (!manifest) return false;
  const containers = containersOf(compilation);
  if (containers.length > 0) return containers.includes(manifest.name);
  const { path, name: file } = manifest.metaData.remoteEntry;
  if (typeof file !== "string" || file === "") return true;
  const entry = posix.join(typeof path === "string" ? path : "", file);
  return files.isOfChunk(entry);
}

function notWritten(manifest: string, assets: ReadonlySet<string>): Diagnostic {
  const message = `Module Federation was to write ${manifest}, but did not`;
  const copy = [...assets].find((name) => COMPRESSIONS.some(({ ending }) => name.endsWith(manifest + ending)));
  if (copy !== undefined) {
    return diagnostic(
      "manifest/missing",
      `${manifest} is not among the files of the build, only its compressed copy ${copy}: a compression plugin deleted it`,
      undefined,
      `Hosts ask for ${manifest}, and fedseal has to change it. Keep it: \`deleteOriginalAssets: (name) => name !== ${JSON.stringify(manifest)}\`, or \`exclude: /mf-manifest\\.json$/\` in the options of the compression plugin.`,
    );
  }
  const help =
    'Set `output.publicPath` ("auto" if in doubt): `@module-federation/enhanced` writes no manifest without it. If it is set, look for a warning of Module Federation, or for a plugin that deletes or renames the manifest.';
  return diagnostic("manifest/missing", message, undefined, help);
}

/** One manifest overwrote the other: what the lost one named would be sealed by nobody. */
function writtenTwice(manifest: string, plugins: readonly FederationPlugin[], compiler: Compiler): Diagnostic {
  const names = plugins
    .filter((plugin) => {
      const federation = manifestOf(plugin, compiler);
      return "manifest" in federation && federation.manifest === manifest;
    })
    .map(({ options }) => JSON.stringify(options.name));
  const message = `the ModuleFederationPlugins of ${names.join(" and ")} both write ${manifest}, and one overwrites the other`;
  const help =
    'Give each a name of its own: `manifest: { fileName: "<remote>-manifest.json" }` in the options of the ModuleFederationPlugin.';
  return diagnostic("manifest/missing", message, { file: manifest }, help);
}

function isStatistics(name: string): boolean {
  return posix.basename(name).endsWith("-stats.json");
}

function isManifestName(name: string): boolean {
  return name.endsWith(".json") && !isStatistics(name);
}

/** A manifest of Module Federation, known by what every one has and no other JSON; undefined for everything else. */
function manifestIn(
  text: string,
): { name: string; metaData: { remoteEntry: { path?: unknown; name?: unknown } } } | undefined {
  if (!text.includes('"remoteEntry"')) return undefined;
  try {
    const manifest = JSON.parse(text);
    const { name, metaData, exposes, remotes, shared } = manifest;
    const isOne =
      typeof name === "string" && Boolean(metaData?.remoteEntry) && [exposes, remotes, shared].every(Array.isArray);
    return isOne ? manifest : undefined;
  } catch (error) {
    // Not JSON, or nothing that has fields.
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
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
  return { manifest: manifestFile(option) };
}

/** The file that a Module Federation plugin writes its manifest to, by its option `manifest`. */
export function manifestFile(option: unknown): string {
  if (typeof option !== "object" || option === null) return DEFAULT;
  const { fileName, filePath } = option as { fileName?: unknown; filePath?: unknown };
  const name = typeof fileName === "string" && fileName !== "" ? fileName : DEFAULT;
  const withEnding = name.endsWith(".json") ? name : `${name}.json`;
  return posix.join(typeof filePath === "string" ? filePath : "", withEnding);
}
