/** Plugins as users have them beside FedsealPlugin. */

// biome-ignore lint/suspicious/noExplicitAny: either bundler
type Compiler = any;
// biome-ignore lint/suspicious/noExplicitAny: either bundler
type Compilation = any;

/** Runs at a stage of processAssets. */
export function at(stage: number, run: (compilation: Compilation, compiler: Compiler) => void) {
  return {
    apply(compiler: Compiler) {
      compiler.hooks.thisCompilation.tap("test", (compilation: Compilation) => {
        compilation.hooks.processAssets.tap({ name: "test", stage }, () => run(compilation, compiler));
      });
    },
  };
}

/** Emits files, as copy plugins do. */
export function emits(assets: Record<string, string>, info = {}) {
  return at(-2000, (compilation, compiler) => {
    for (const [name, text] of Object.entries(assets)) {
      compilation.emitAsset(name, new compiler.webpack.sources.RawSource(text), info);
    }
  });
}

/** Changes the manifest before fedseal sees it, as other plugins may. */
export function edits(change: (text: string) => string, name = "mf-manifest.json") {
  return at(4000, (compilation, compiler) => {
    const text = compilation.getAsset(name).source.source().toString();
    compilation.updateAsset(name, new compiler.webpack.sources.RawSource(change(text)));
  });
}
