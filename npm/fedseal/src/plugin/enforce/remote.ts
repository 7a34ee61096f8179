import { createRequire } from "node:module";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import type { Compilation, Compiler, Module } from "../bundler.js";
import type { Federation } from "../find-federation.js";
import { isRspack } from "../find-federation-plugins.js";
import { isServer } from "./host.js";
import { askBeforeImport, askBeforeLoading, askBeforeUpdating, placeOf } from "./module-loader.js";
import { KNOWN, REGISTRY } from "./registry-name.js";

const NAME = "FedsealPlugin";

/** What a remote's build is to contain. */
export interface RemoteWiring {
  /** What is wrong, once the files are known; `textOf` reads one. */
  check(compilation: Compilation, textOf: (file: string) => Buffer): Diagnostic[];
}

/** A hook that may add to the code that makes an element. */
interface CodeHook {
  // biome-ignore lint/suspicious/noExplicitAny: what follows the code differs by hook
  tap(name: string, run: (code: string, context: any) => string): void;
}

/** Where code is added, and to which variable; older bundlers have no such hook. */
type Place = [CodeHook | undefined, Variable];

/** The variable that holds the element, or how it is found: from the code so far, or from what the hook says. */
type Variable = string | ((code: string, context: { tag: string }) => string);

/**
 * Makes the chunk loader of a remote ask the page's registry for the hash of what it is about to load. A few bytes in the
 * bundler's runtime; in a host without fedseal they do nothing.
 */
export function wireRemote(
  compiler: Compiler,
  federation: (compilation: Compilation) => Federation | undefined,
): RemoteWiring {
  if (isServer(compiler)) return { check: () => [] };

  const needed = new WeakSet<Compilation>();
  const made = new WeakSet<Compilation>();
  const wired = new WeakSet<Compilation>();
  compiler.hooks.thisCompilation.tap(NAME, (compilation: Compilation) => {
    const { loadScript, ensureChunkHandlers, analyzableChunkImport, publicPath, getChunkScriptFilename } =
      compiler.webpack.RuntimeGlobals;
    const { hmrDownloadUpdateHandlers, getFullHash } = compiler.webpack.RuntimeGlobals;
    // Known when code is made.
    const isRemote = () => federation(compilation)?.containers.length;
    compilation.hooks.runtimeRequirementInTree.for(loadScript).tap(NAME, () => void needed.add(compilation));
    const askIn = ([hook, variable]: Place) => {
      hook?.tap(NAME, (code, context) => {
        if (!isRemote()) return code;
        made.add(compilation);
        if (variable === "script") wired.add(compilation);
        const element = typeof variable === "string" ? variable : variable(code, context);
        return `${code}\n${KNOWN} && ${REGISTRY}(${element}, ${loaderOf(compiler)}, ${publicPath});`;
      });
    };
    for (const place of placesOf(compiler, compilation)) askIn(place);
    if (!isRspack(compiler)) {
      compilation.hooks.finishModules.tap(NAME, (modules) => {
        for (const place of stylePlacesOf(compilation, modules)) askIn(place);
      });
    }

    const updated = new WeakSet<object>();
    const added = new WeakMap<object, Set<string>>();
    const add = (chunk: object, name: string, code: () => string[]) => {
      const names = added.get(chunk) ?? new Set();
      added.set(chunk, names);
      if (!names.has(name)) compilation.addRuntimeModule(chunk, runtimeModule(compiler, name, code));
      names.add(name);
    };
    for (const requirement of [loadScript, ensureChunkHandlers, analyzableChunkImport]) {
      if (requirement === undefined) continue;
      compilation.hooks.runtimeRequirementInTree.for(requirement).tap(NAME, (chunk, requirements: Set<string>) => {
        if (!isRemote()) return;
        if (!loadsModules(compiler)) {
          const script = 'typeof document == "object" && document.currentScript';
          return add(chunk, "fedseal", () => [`${loaderOf(compiler)} = ${script};`]);
        }
        if (requirement === loadScript) return;
        requirements.add(publicPath);
        requirements.add(getChunkScriptFilename);
        const around = requirement === analyzableChunkImport ? askBeforeImport : askBeforeLoading;
        // Names of files with a hash in them are known when the code is made.
        add(chunk, `fedseal ${requirement}`, () =>
          around(compiler, placeOf(compiler, compilation, chunk), updated.has(chunk)),
        );
      });
    }
    compilation.hooks.runtimeRequirementInTree
      .for(hmrDownloadUpdateHandlers)
      .tap(NAME, (chunk, requirements: Set<string>) => {
        if (!isRemote() || !loadsModules(compiler)) return;
        updated.add(chunk);
        for (const one of [publicPath, getChunkScriptFilename, getFullHash]) requirements.add(one);
        add(chunk, "fedseal hot updates", () => askBeforeUpdating(compiler));
      });
  });
  return {
    check(compilation, textOf) {
      if (!federation(compilation)?.containers.length) return [];
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

/** Every place where a bundler's runtime makes an element, and the variable that holds it there. */
function placesOf(compiler: Compiler, compilation: Compilation): Place[] {
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
  return [
    [webpack.runtime?.LoadScriptRuntimeModule?.getCompilationHooks(compilation).createScript, "script"],
    [webpack.web?.JsonpChunkLoadingRuntimeModule?.getCompilationHooks(compilation).linkPreload, "link"],
    [webpack.esm?.ModuleChunkLoadingRuntimeModule?.getCompilationHooks(compilation).linkPreload, "link"],
    [webpack.web?.CssLoadingRuntimeModule?.getCompilationHooks(compilation).createStylesheet, "link"],
    [webpack.web?.CssLoadingRuntimeModule?.getCompilationHooks(compilation).linkPreload, "link"],
  ];
}

/**
 * mini-css-extract-plugin is found by its loader, which every extracted style went through: a preset may have applied the
 * plugin, from its own copy of the package.
 */
function stylePlacesOf(compilation: Compilation, modules: Iterable<Module>): Place[] {
  const loaders = new Set<string>();
  for (const module of modules) {
    for (const { loader } of module.loaders ?? []) {
      if (/[\\/]mini-css-extract-plugin[\\/]dist[\\/]loader\.js$/.test(loader)) loaders.add(loader);
    }
  }
  return [...loaders].flatMap((loader): Place[] => {
    const loaded = createRequire(loader)("./index.js");
    const { beforeTagInsert, linkPreload } = (loaded.default ?? loaded).getCompilationHooks(compilation);
    return [
      [beforeTagInsert, (_, { tag }) => tag],
      [linkPreload, "link"],
    ];
  });
}

function loadsModules({ options }: Compiler): boolean {
  return options.output?.chunkLoading === "import";
}

/**
 * How a chunk loader says who it is: by the script element that it came in, or by the URL of its module. The page knows
 * whose bytes those are; a name it would have to believe.
 */
function loaderOf(compiler: Compiler): string {
  return loadsModules(compiler) ? "import.meta.url" : `${compiler.webpack.RuntimeGlobals.require}.fedseal`;
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

/** A manifest of this build names exposes, and the build has no container that could be wired. */
export function checkContainers({ containers }: Federation, hasExposes: boolean): Diagnostic[] {
  if (!hasExposes || containers.length > 0) return [];
  const message =
    "fedseal finds no container in this build, although its manifest names exposes: its chunk loader asks for no hashes";
  return [diagnostic("enforce/remote-not-wired", message)];
}
