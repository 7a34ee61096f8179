import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import type { Compilation, Compiler } from "../bundler.js";
import { federationPlugins, isRspack, keysOf } from "../find-federation-plugins.js";

const NAME = "FedsealPlugin";

/** What a remote's build is to contain. */
export interface RemoteWiring {
  /** What is wrong, once the files are known; `textOf` reads one. */
  check(compilation: Compilation, textOf: (file: string) => Buffer): Diagnostic[];
}

/** The global name of the page's registry. @fedseal/runtime has it a second time: the two share no code. */
const REGISTRY = "__FEDSEAL__";

/** A hook that may add to the code that makes an element. */
interface CodeHook {
  // biome-ignore lint/suspicious/noExplicitAny: what follows the code differs by hook
  tap(name: string, run: (code: string, context: any) => string): void;
}

/** The variable that holds the element, or how it is found: from the code so far, or from what the hook says. */
type Variable = string | ((code: string, context: { tag: string }) => string);

/**
 * Makes the chunk loader of a remote ask the page's registry for the hash of what it is about to load. A few bytes in the
 * bundler's runtime; in a host without fedseal they do nothing.
 */
export function wireRemote(compiler: Compiler): RemoteWiring | undefined {
  const remote = federationPlugins(compiler).find(({ options }) => keysOf(options.exposes).length > 0);
  if (!remote) return undefined;
  if ([compiler.options.target].flat().some((target) => /node/.test(String(target)))) return undefined;
  const { RuntimeGlobals } = compiler.webpack;
  const { loadScript, ensureChunkHandlers, analyzableChunkImport, publicPath } = RuntimeGlobals;
  const me = loaderOf(compiler);
  const ask = (element: string) => `${KNOWN} && ${REGISTRY}(${element}, ${me}, ${publicPath});`;

  const needed = new WeakSet<Compilation>();
  const made = new WeakSet<Compilation>();
  const wired = new WeakSet<Compilation>();
  compiler.hooks.thisCompilation.tap(NAME, (compilation: Compilation) => {
    const added = new WeakMap<object, Set<string>>();
    const add = (chunk: object, name: string, lines: () => string[]) => {
      const names = added.get(chunk) ?? new Set();
      added.set(chunk, names);
      if (!names.has(name)) compilation.addRuntimeModule(chunk, runtimeModule(compiler, name, lines));
      names.add(name);
    };
    compilation.hooks.runtimeRequirementInTree.for(loadScript).tap(NAME, () => void needed.add(compilation));
    for (const [hook, variable] of hooksOf(compiler, compilation)) {
      hook.tap(NAME, (code, context) => {
        made.add(compilation);
        if (variable === "script") wired.add(compilation);
        return `${code}\n${ask(typeof variable === "string" ? variable : variable(code, context))}`;
      });
    }
    const modules = compiler.options.output?.chunkLoading === "import";
    for (const requirement of [loadScript, ensureChunkHandlers, analyzableChunkImport]) {
      if (requirement === undefined) continue;
      compilation.hooks.runtimeRequirementInTree.for(requirement).tap(NAME, (chunk, requirements: Set<string>) => {
        if (!modules)
          return add(chunk, "fedseal", () => [`${me} = typeof document == "object" && document.currentScript;`]);
        if (requirement === loadScript) return;
        requirements.add(publicPath);
        requirements.add(RuntimeGlobals.getChunkScriptFilename);
        const around = requirement === analyzableChunkImport ? askBeforeImport : askBeforeLoading;
        // Names of files with a hash in them are known when the code is made.
        add(chunk, `fedseal ${requirement}`, () => around(compiler, placeOf(compiler, compilation, chunk)));
      });
    }
  });
  return {
    check(compilation, textOf) {
      if (!needed.has(compilation) || wired.has(compilation)) return [];
      // From a cache: the code was made in an earlier build.
      for (const chunk of made.has(compilation) ? [] : compilation.chunks) {
        if (!chunk.hasRuntime()) continue;
        for (const file of chunk.files) if (textOf(file).includes(REGISTRY)) return [];
      }
      const message =
        "the chunk loader of this remote does not ask for hashes, so that hosts could not hold its lazy chunks to their seals";
      return [diagnostic("enforce/remote-not-wired", message)];
    },
  };
}

/** Whether the page has fedseal. */
const KNOWN = `typeof ${REGISTRY} == "function"`;

/**
 * How a chunk loader says who it is: by the script element that it came in, or by the URL of its module. The page knows
 * whose bytes those are; a name it would have to believe.
 */
function loaderOf({ options, webpack }: Compiler): string {
  return options.output?.chunkLoading === "import" ? "import.meta.url" : `${webpack.RuntimeGlobals.require}.fedseal`;
}

/** Every place where a bundler's runtime makes an element, and the variable that holds it there. */
function hooksOf(compiler: Compiler, compilation: Compilation): [CodeHook, Variable][] {
  const { webpack } = compiler;
  if (isRspack(compiler)) {
    const { createScript, createLink, linkPreload } = webpack.RuntimePlugin.getCompilationHooks(compilation);
    return [
      [createScript, "script"],
      // Native CSS has `link` there, CssExtractRspackPlugin `linkTag`.
      [createLink, (code) => (/\blinkTag\b/.test(code) ? "linkTag" : "link")],
      [linkPreload, "link"],
    ];
  }
  const found: [CodeHook | undefined, Variable][] = [
    [webpack.runtime?.LoadScriptRuntimeModule?.getCompilationHooks(compilation).createScript, "script"],
    [webpack.web?.JsonpChunkLoadingRuntimeModule?.getCompilationHooks(compilation).linkPreload, "link"],
    [webpack.esm?.ModuleChunkLoadingRuntimeModule?.getCompilationHooks(compilation).linkPreload, "link"],
    [webpack.web?.CssLoadingRuntimeModule?.getCompilationHooks(compilation).createStylesheet, "link"],
    [webpack.web?.CssLoadingRuntimeModule?.getCompilationHooks(compilation).linkPreload, "link"],
  ];
  const plugins: unknown[] = Array.isArray(compiler.options.plugins) ? compiler.options.plugins : [];
  for (const plugin of plugins) {
    // By name: a configuration may have its own copy of the package.
    const type = (plugin as object | null)?.constructor as { name?: string; getCompilationHooks?: HooksOf } | undefined;
    if (type?.name !== "MiniCssExtractPlugin" || !type.getCompilationHooks) continue;
    const { beforeTagInsert, linkPreload } = type.getCompilationHooks(compilation);
    found.push([beforeTagInsert, (_, { tag }) => tag], [linkPreload, "link"]);
  }
  return found.filter((one): one is [CodeHook, Variable] => one[0] !== undefined);
}

type HooksOf = (compilation: Compilation) => Record<string, CodeHook | undefined>;

/** The expression of a chunk's URL as the bundler's own loader imports it; `file` is the name of its file. */
function placeOf(compiler: Compiler, compilation: Compilation, chunk: object): string {
  const { publicPath } = compiler.options.output;
  // webpack glues an absolute public path to the name, Rspack never does.
  const built = !isRspack(compiler) && publicPath !== "auto";
  const template = compiler.webpack.javascript.JavascriptModulesPlugin.getChunkFilenameTemplate(
    chunk,
    compilation.outputOptions,
  );
  const name = compilation.getPath(template, { chunk, contentHashType: "javascript" });
  const up = "../".repeat(name.split("/").length - 1) || "./";
  return built ? `${compiler.webpack.RuntimeGlobals.publicPath} + file` : `${JSON.stringify(up)} + file`;
}

/**
 * Chunks that are imported as modules have no element. The page's import map has their hashes; what is left to do is to
 * ask whether there is one for the URL that is really imported, and to say why an import failed, which no browser does.
 */
function lines(place: string): string[] {
  return [
    "var url = function (file) {",
    `  return new URL(${place}, import.meta.url).href;`,
    "};",
    "var refused = function (at) {",
    `  return ${KNOWN} && ${REGISTRY}(at, import.meta.url);`,
    "};",
    "var watch = function (loading, at) {",
    "  loading.catch(function (error) {",
    `    ${KNOWN} && error instanceof Error && ${REGISTRY}(error, import.meta.url, at);`,
    "  });",
    "  return loading;",
    "};",
  ];
}

/** Around the handler that imports a chunk: it asks for the name of the file exactly when it imports it. */
function askBeforeLoading({ webpack }: Compiler, place: string): string[] {
  const { ensureChunkHandlers, getChunkScriptFilename } = webpack.RuntimeGlobals;
  return [
    ...lines(place),
    `var load = ${ensureChunkHandlers}.j;`,
    `if (load) ${ensureChunkHandlers}.j = function (id, promises) {`,
    `  var nameOf = ${getChunkScriptFilename}, before = promises.length, at, error;`,
    `  ${getChunkScriptFilename} = function () {`,
    "    var file = nameOf.apply(this, arguments);",
    "    at = url(file);",
    "    error = refused(at);",
    "    if (error) throw error;",
    "    return file;",
    "  };",
    "  try {",
    "    load.apply(this, arguments);",
    "  } catch (thrown) {",
    "    if (thrown !== error) throw thrown;",
    "    promises.push(Promise.reject(error));",
    "  } finally {",
    `    ${getChunkScriptFilename} = nameOf;`,
    "  }",
    "  if (at && !error) promises.slice(before).forEach(function (loading) { watch(loading, at); });",
    "};",
  ];
}

/** Around webpack's loader of chunks whose `import()` stands in the code itself. */
function askBeforeImport({ webpack }: Compiler, place: string): string[] {
  const { analyzableChunkImport, getChunkScriptFilename } = webpack.RuntimeGlobals;
  return [
    ...lines(place),
    `var load = ${analyzableChunkImport};`,
    `${analyzableChunkImport} = function (id, importChunk) {`,
    "  return load.call(this, id, function () {",
    `    var at = url(${getChunkScriptFilename}(id)), error = refused(at);`,
    "    return error ? Promise.reject(error) : watch(importChunk(), at);",
    "  });",
    "};",
  ];
}

function runtimeModule({ webpack }: Compiler, name: string, code: () => string[]): object {
  const { RuntimeModule } = webpack;
  return new (class extends RuntimeModule {
    constructor() {
      // After everything that may define or replace a loader.
      super(name, RuntimeModule.STAGE_TRIGGER);
    }
    generate(): string {
      return code().join("\n");
    }
  })();
}
