import type { Compilation } from "./bundler.js";

/**
 * The files of a build as they are at one moment. Asking the bundler takes its time, on Rspack above all, where every name is
 * copied out of Rust: each thing is asked once.
 */
export class Files {
  readonly #compilation: Compilation;
  /** All assets, hot updates among them. */
  readonly all: string[];
  #hotUpdates: ReadonlySet<string> | undefined;
  #names: string[] | undefined;
  #code: ReadonlyMap<string, boolean> | undefined;

  constructor(compilation: Compilation) {
    this.#compilation = compilation;
    this.all = Object.keys(compilation.assets);
  }

  /**
   * The hot updates among them. They are code for pages that are being developed and are gone after the next build, so that no
   * manifest can vouch for them. The bundler says which they are: a chunk may have such a name, too.
   */
  get hotUpdates(): ReadonlySet<string> {
    this.#hotUpdates ??= new Set(
      this.all.filter(
        (name) => name.includes(".hot-update.") && this.#compilation.getAsset(name)?.info.hotModuleReplacement,
      ),
    );
    return this.#hotUpdates;
  }

  /** The assets, hot updates apart. */
  get names(): string[] {
    this.#names ??= this.all.filter((name) => !this.hotUpdates.has(name));
    return this.#names;
  }

  /** What the bundler itself calls code, whatever its name ends in. */
  get code(): string[] {
    return [...this.#chunkFiles.keys()];
  }

  /** Whether it is a file of a chunk. */
  isOfChunk(name: string): boolean {
    return this.#chunkFiles.has(name);
  }

  /** Whether it is a file of a chunk, and of none that has the bundler's runtime in it. */
  isOfPlainChunk(name: string): boolean {
    return this.#chunkFiles.get(name) === false;
  }

  /** The files of chunks, and whether one of those chunks has the bundler's runtime. */
  get #chunkFiles(): ReadonlyMap<string, boolean> {
    if (!this.#code) {
      const code = new Map<string, boolean>();
      for (const chunk of this.#compilation.chunks) {
        const hasRuntime = chunk.hasRuntime();
        for (const file of chunk.files) code.set(file, hasRuntime || code.get(file) === true);
      }
      this.#code = code;
    }
    return this.#code;
  }
}
