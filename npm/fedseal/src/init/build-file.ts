import type ts from "typescript";
import { type Added, FOR_BUNDLER, FOR_RSBUILD, FOR_VITE, withPlugin } from "./add-plugin.js";

/** What a bundler configuration says, as far as it is written down in it. */
export interface BuildFacts {
  /** The Module Federation plugin, as it is called there. */
  federation: string;
  exposes: boolean;
  /** Remote → what it is loaded from, where that is a text. */
  remotes: Record<string, string>;
  /** The output folder, relative to the file's own; `dist` where the file says nothing. */
  output: string;
  /** Whether the file names another output folder in a way that cannot be read without executing it. */
  isOutputUnknown: boolean;
  /** Whether fedseal's plugin is there already. */
  sealed: boolean;
  /** The file with fedseal's plugin in it; undefined where there is no place that is certainly right. */
  edited: string | undefined;
}

const CLASSES = ["ModuleFederationPlugin"];
const FUNCTIONS = ["pluginModuleFederation", "federation"];

/** What reads a configuration. */
export type Bundler = "rspack" | "rsbuild" | "webpack" | "vite";

/** The function that makes a bundler's Module Federation plugin, where it is no class. */
const FUNCTION_OF: Partial<Record<Bundler, string>> = { rsbuild: "pluginModuleFederation", vite: "federation" };

/** What is added to a bundler's configuration. */
export const ADDED: Record<Bundler, Added> = {
  rspack: FOR_BUNDLER,
  webpack: FOR_BUNDLER,
  rsbuild: FOR_RSBUILD,
  vite: FOR_VITE,
};

/** Reads a bundler configuration without executing it; undefined where it has no Module Federation plugin. */
export async function readBuild(text: string, file: string, bundler: Bundler): Promise<BuildFacts | undefined> {
  const { default: ts } = await import("typescript");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const plugins: { name: string; node: ts.NewExpression | ts.CallExpression }[] = [];
  let output: string | null | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
      const name = lastName(ts, node.expression);
      const isPlugin = ts.isNewExpression(node) ? CLASSES.includes(name ?? "") : FUNCTIONS.includes(name ?? "");
      if (name !== undefined && isPlugin) plugins.push({ name, node });
    }
    if (ts.isPropertyAssignment(node) && output === undefined) output = outputIn(ts, node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const [plugin] = plugins;
  if (!plugin) return undefined;
  const [options] = plugin.node.arguments ?? [];
  const sealed = /\b(?:FedsealPlugin|pluginFedseal)\b|fedseal\/vite/.test(text);
  const isKnown = ts.isNewExpression(plugin.node) || plugin.name === FUNCTION_OF[bundler];
  const added = ADDED[bundler];
  return {
    federation: plugin.name,
    exposes: options !== undefined && property(ts, options, "exposes") !== undefined,
    remotes: remotesIn(ts, options),
    output: output ?? "dist",
    isOutputUnknown: output === null,
    sealed,
    edited: !sealed && isKnown && plugins.length === 1 ? withPlugin(ts, source, plugin.node, added) : undefined,
  };
}

function lastName(typescript: typeof ts, node: ts.Expression): string | undefined {
  if (typescript.isIdentifier(node)) return node.text;
  return typescript.isPropertyAccessExpression(node) ? node.name.text : undefined;
}

function property(typescript: typeof ts, node: ts.Node, name: string): ts.Expression | undefined {
  if (!typescript.isObjectLiteralExpression(node)) return undefined;
  const found = node.properties.find((one) => one.name?.getText().replaceAll(/["']/g, "") === name);
  return found && typescript.isPropertyAssignment(found) ? found.initializer : undefined;
}

function remotesIn(typescript: typeof ts, options: ts.Expression | undefined): Record<string, string> {
  const remotes = options && property(typescript, options, "remotes");
  if (!remotes || !typescript.isObjectLiteralExpression(remotes)) return {};
  return Object.fromEntries(
    remotes.properties.flatMap((one) => {
      if (!typescript.isPropertyAssignment(one)) return [];
      const value = typescript.isObjectLiteralExpression(one.initializer)
        ? property(typescript, one.initializer, "entry")
        : one.initializer;
      if (!value || !typescript.isStringLiteralLike(value)) return [];
      return [[one.name.getText().replaceAll(/["']/g, ""), value.text] as const];
    }),
  );
}

/**
 * `output: { path: resolve(__dirname, "build") }`, `output: { distPath: { root: "build" } }`, `build: { outDir: "build" }`: the folder,
 * or `null` where there is one that is not written there as a text.
 */
function outputIn(typescript: typeof ts, node: ts.PropertyAssignment): string | null | undefined {
  const name = node.name.getText();
  const inside = (key: string) => property(typescript, node.initializer, key);
  const value = name === "output" ? (inside("path") ?? distPath(typescript, inside("distPath"))) : undefined;
  const found = name === "build" ? inside("outDir") : value;
  return found && (textIn(typescript, found)?.replace(/^\.?\/|\/$/g, "") ?? null);
}

/** Rsbuild's is the folder, or an object whose other keys are folders in it. */
function distPath(typescript: typeof ts, value: ts.Expression | undefined): ts.Expression | undefined {
  return value && typescript.isObjectLiteralExpression(value) ? property(typescript, value, "root") : value;
}

/** The text of a path: of `resolve(folder, "build")`, `new URL("build", import.meta.url).pathname`, `fileURLToPath(…)`. */
function textIn(typescript: typeof ts, node: ts.Expression): string | undefined {
  if (typescript.isStringLiteralLike(node)) return node.text;
  if (typescript.isPropertyAccessExpression(node) && node.name.text === "pathname") {
    return textIn(typescript, node.expression);
  }
  if (typescript.isNewExpression(node)) {
    const [first] = node.arguments ?? [];
    return lastName(typescript, node.expression) === "URL" && first ? textIn(typescript, first) : undefined;
  }
  if (!typescript.isCallExpression(node)) return undefined;
  const [first, ...rest] = node.arguments;
  const called = lastName(typescript, node.expression);
  if (called === "fileURLToPath" && first) return textIn(typescript, first);
  // A folder in front of it is the project's own, in every configuration that was seen.
  const texts = rest.map((one) => textIn(typescript, one));
  const isJoined = (called === "resolve" || called === "join") && rest.length > 0;
  return isJoined && texts.every((one) => one !== undefined) ? texts.join("/") : undefined;
}
