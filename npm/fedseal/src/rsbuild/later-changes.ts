import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { diagnostic, textOf } from "../diagnostics.js";
import { relativeTo } from "../locations.js";
import type { Compilation, Compiler } from "../plugin/bundler.js";
import { possibleManifests } from "../plugin/find-manifests.js";
import { outputPathOf, writesToDisk } from "../plugin/output.js";

const NAME = "FedsealPlugin";

/** The manifests of one environment, as they lay on the disk when the bundler was done: plugins of Rsbuild may write after that. */
export class WrittenManifests {
  readonly #bytes = new Map<string, Buffer>();
  #context = "";

  /** Call it after FedsealPlugin was applied: what it sealed is what counts. */
  watch(compiler: Compiler, option: string | undefined): void {
    this.#context = compiler.context;
    const stage = Number.POSITIVE_INFINITY;
    compiler.hooks.afterEmit.tapPromise({ name: NAME, stage }, async (compilation: Compilation) => {
      this.#bytes.clear();
      if (!writesToDisk(compiler) || compilation.errors.length) return;
      for (const name of possibleManifests(compiler, compilation, option)) {
        const path = join(outputPathOf(compiler, compilation), name);
        this.#bytes.set(path, readFileSync(path));
      }
    });
  }

  /** What to say of those that are others now, as Module Federation's `target: "dual"` makes them; undefined if none is. */
  changed(): string | undefined {
    const isSame = (path: string, bytes: Buffer) => existsSync(path) && readFileSync(path).equals(bytes);
    const others = [...this.#bytes].filter(([path, bytes]) => !isSame(path, bytes));
    const paths = others.map(([path]) => relativeTo(this.#context, path));
    const [file] = paths;
    if (file === undefined) return undefined;
    const message = `${paths.join(", ")} was sealed, and a plugin of Rsbuild wrote it again after the build`;
    const help =
      "Take pluginFedseal out of the environments whose manifests are written again, and run `fedseal seal` on the output folder after the build.";
    return textOf(diagnostic("integrity/changed-after-seal", message, { file }, help));
  }
}
