import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Compilation, Compiler } from "../plugin/bundler.js";
import { outputPathOf } from "../plugin/output.js";
import { regularFilesIn } from "../regular-files.js";

const NAME = "FedsealPlugin";

/** What a page could load; everything else would only be written twice. */
const LOADABLE = /\.(?:[mc]?js|css|wasm|json)$/i;

/**
 * Rsbuild copies its public folders into the output before it builds, past the bundler. Those of their files that a page could load
 * become assets, so that they are sealed with everything else.
 */
export function addPublicFiles(compiler: Compiler, folders: readonly string[]): void {
  compiler.hooks.thisCompilation.tap(NAME, (compilation: Compilation) => {
    // Behind whatever changes assets: these stay as they are.
    const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
    compilation.hooks.processAssets.tapPromise({ name: NAME, stage }, async () => {
      const output = outputPathOf(compiler, compilation);
      for (const folder of folders) {
        if (!existsSync(folder)) continue;
        for (const name of (await regularFilesIn(folder)).filter((one) => LOADABLE.test(one))) {
          const copy = join(output, name);
          // What was left out, and what the build makes itself, is not a file of the folder.
          if (compilation.getAsset(name) || !existsSync(copy)) continue;
          const bytes = readFileSync(join(folder, name));
          if (bytes.equals(readFileSync(copy))) {
            compilation.emitAsset(name, new compiler.webpack.sources.RawSource(bytes));
          }
        }
      }
    });
  });
}
