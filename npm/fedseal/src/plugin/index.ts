import type { Diagnostic } from "@fedseal/binding";
import { panic, textOf } from "../diagnostics.js";
import type { Compilation, Compiler } from "./bundler.js";
import { extractContract } from "./contract.js";
import { enforce } from "./enforce/enforce.js";
import { InMemory } from "./in-memory.js";
import { OnDisk } from "./on-disk.js";
import { claimCompiler } from "./one-plugin.js";
import type { FedsealPluginOptions } from "./options.js";
import { writesToDisk } from "./output.js";
import { isError, Preparation } from "./prepare.js";
import { lineOf } from "./sealed-files.js";
import { validateOptions } from "./validate-options.js";

const NAME = "FedsealPlugin";

/**
 * Seals the Module Federation manifest of a build: hashes every loadable file and writes the hashes into the manifest,
 * on Rspack 2 and webpack 5. Without options it is right for most builds.
 *
 * @example
 * plugins: [new ModuleFederationPlugin({ … }), new FedsealPlugin()]
 */
export class FedsealPlugin {
  readonly options: FedsealPluginOptions;

  /** @throws ValidationError naming the option, its value and what is allowed. */
  constructor(options: FedsealPluginOptions = {}) {
    validateOptions(options);
    this.options = options;
  }

  apply(compiler: Compiler): void {
    if (this.options.enabled === false) return;
    const { first, conflict } = claimCompiler(compiler, this.options);
    if (conflict) {
      compiler.hooks.thisCompilation.tap(NAME, (compilation: Compilation) => report(compiler, compilation, [conflict]));
    }
    if (!first) {
      const line = "fedseal: this configuration has a second FedsealPlugin, which has nothing to do: keep one";
      if (!conflict) compiler.getInfrastructureLogger(NAME).warn(line);
      return;
    }
    const { enforce: options, contract = false } = this.options;
    const enforcement = options === false ? undefined : enforce(compiler, options);
    const emitContract = contract === false ? undefined : extractContract(compiler, contract === true ? {} : contract);
    const preparation = new Preparation(compiler, this.options, enforcement, emitContract);
    const build = new Build(compiler, this.options, preparation);
    compiler.hooks.thisCompilation.tap(NAME, (compilation: Compilation) => {
      // Names are final after 2500 (RealContentHash); Module Federation writes or rewrites its manifest at 0 and 3000,
      // compression plugins run at 3000.
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT + 1;
      // Plugins that list assets with their hashes, such as Workbox's, run before the last change of the manifest.
      for (const early of LISTING_STAGES) {
        compilation.hooks.processAssets.tapPromise({ name: NAME, stage: early }, async () =>
          preparation.remember(compilation),
        );
      }
      compilation.hooks.processAssets.tapPromise({ name: NAME, stage }, () =>
        build.guarded(compilation, () => build.beforeWriting(compilation)),
      );
    });
    compiler.hooks.emit.tap({ name: NAME, stage: LAST }, (compilation: Compilation) => build.remember(compilation));
    compiler.hooks.afterEmit.tapPromise({ name: NAME, stage: FIRST }, (compilation: Compilation) =>
      build.guarded(compilation, () => build.afterWriting(compilation)),
    );
    compiler.hooks.afterEmit.tapPromise({ name: NAME, stage: LAST }, async (compilation: Compilation) => {
      await build.guarded(compilation, () => build.last(compilation));
      build.conclude(compilation);
    });
  }
}

/** Before plugins that look at what was written, and after those that change it, wherever they stand. */
const FIRST = Number.NEGATIVE_INFINITY;
const LAST = Number.POSITIVE_INFINITY;

/** Right before assets are listed: Workbox at 2990, others before compression (3000) or reports (5000). */
const LISTING_STAGES = [2989, 3999] as const;

/** The builds of one compiler. */
class Build {
  readonly #compiler: Compiler;
  readonly #options: FedsealPluginOptions;
  readonly #preparation: Preparation;
  readonly #inMemory: InMemory;
  readonly #onDisk: OnDisk;
  /** Milliseconds of sealing, so far. */
  readonly #spent = new WeakMap<Compilation, number>();

  constructor(compiler: Compiler, options: FedsealPluginOptions, preparation: Preparation) {
    this.#compiler = compiler;
    this.#options = options;
    this.#preparation = preparation;
    this.#inMemory = new InMemory(compiler, options, preparation);
    this.#onDisk = new OnDisk(compiler, options, preparation);
  }

  /** Before the bundler writes. */
  async beforeWriting(compilation: Compilation): Promise<Diagnostic[]> {
    const { prepared, manifests = [], diagnostics } = await this.#preparation.prepare(compilation);
    const onDisk = writesToDisk(this.#compiler);
    if (!prepared) {
      // Builds for development are written although they have errors.
      if (onDisk) for (const name of manifests) compilation.deleteAsset(name);
      return diagnostics;
    }
    const found = onDisk
      ? await this.#onDisk.plan(compilation, prepared)
      : await this.#inMemory.seal(compilation, prepared);
    return [...diagnostics, ...found];
  }

  /** When nothing changes any more before the bundler writes. */
  remember(compilation: Compilation): void {
    this.#onDisk.remember(compilation);
  }

  /** When the bundler has written, and before anybody looks at what it wrote. */
  afterWriting(compilation: Compilation): Promise<Diagnostic[]> {
    return this.#onDisk.seal(compilation);
  }

  /** When everybody else has had their turn. */
  async last(compilation: Compilation): Promise<Diagnostic[]> {
    const wanted = this.#options.verify ?? this.#compiler.options.mode === "production";
    if (!wanted) return [];
    return [...(await this.#inMemory.verify(compilation)), ...(await this.#onDisk.verify(compilation))];
  }

  /** Says what was sealed, if that is true. */
  conclude(compilation: Compilation): void {
    const summary = this.#inMemory.summary(compilation) ?? this.#onDisk.summary(compilation);
    if (!summary || compilation.errors.length) return;
    const line = lineOf(summary, this.#spent.get(compilation) ?? 0);
    this.#compiler.getInfrastructureLogger(NAME).info(line);
  }

  /** A bug of ours fails the build with a message; it never throws into the bundler. */
  async guarded(compilation: Compilation, work: () => Promise<Diagnostic[]>): Promise<void> {
    const start = performance.now();
    let found: Diagnostic[];
    try {
      found = await work();
    } catch (thrown) {
      found = [panic(thrown)];
    }
    report(this.#compiler, compilation, found);
    this.#spent.set(compilation, (this.#spent.get(compilation) ?? 0) + performance.now() - start);
  }
}

/** Makes diagnostics errors and warnings of the build. */
function report(compiler: Compiler, compilation: Compilation, diagnostics: readonly Diagnostic[]): void {
  for (const one of diagnostics) {
    const error = new compiler.webpack.WebpackError(safeTextOf(one));
    error.name = "FedsealError";
    error.code = one.rule;
    error.hideStack = true;
    // Errors pushed here keep a production build from writing anything.
    (isError(one) ? compilation.errors : compilation.warnings).push(error);
  }
}

/** Text for people; if even that fails, what happened without its layout. */
function safeTextOf(one: Diagnostic): string {
  try {
    return textOf(one);
  } catch (thrown) {
    return `${one.severity}[${one.rule}]: ${one.message} (${thrown instanceof Error ? thrown.message : thrown})`;
  }
}
