import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { type Asset, type Diagnostic, digestFiles, seal, select } from "@fedseal/binding";
import { diagnostic, panic, textOf } from "../diagnostics.js";
import { files, size } from "../summary.js";
import type { Compilation, Compiler, OutputFileSystem } from "./bundler.js";
import { COMPRESSIONS, holds } from "./compressed.js";
import { type EmitContract, extractContract } from "./contract.js";
import { type Enforcement, enforce } from "./enforce/enforce.js";
import { findManifests } from "./find-manifests.js";
import { type Hashed, HashMemory, hashAll, type Job } from "./hash.js";
import { hotUpdatesOf, withoutHotUpdates } from "./hot-updates.js";
import { checkBuild, checkCopies, checkLeftovers } from "./mistakes.js";
import { claimCompiler } from "./one-plugin.js";
import { type FedsealPluginOptions, releaseOf } from "./options.js";
import { type BuildSettings, SettingsReader } from "./settings.js";
import { checkStartup, sharingOf } from "./sharing.js";
import { carriersOf } from "./sign.js";
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
    if (!first) return;
    const { enforce: options, contract = false } = this.options;
    const enforcement = options === false ? undefined : enforce(compiler, options);
    const emitContract = contract === false ? undefined : extractContract(compiler, contract === true ? {} : contract);
    const build = new Build(compiler, this.options, enforcement, emitContract);
    compiler.hooks.thisCompilation.tap(NAME, (compilation: Compilation) => {
      // Names are final after 2500 (RealContentHash); Module Federation writes or rewrites its manifest at 0 and 3000,
      // compression plugins run at 3000.
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT + 1;
      // Plugins that list assets with their hashes, such as Workbox's, run before the last change of the manifest.
      for (const early of LISTING_STAGES) {
        compilation.hooks.processAssets.tapPromise({ name: NAME, stage: early }, async () =>
          build.remember(compilation),
        );
      }
      compilation.hooks.processAssets.tapPromise({ name: NAME, stage }, () =>
        build.guarded(compilation, () => build.seal(compilation)),
      );
    });
    compiler.hooks.afterEmit.tapPromise(NAME, (compilation: Compilation) =>
      build.guarded(compilation, () => build.verify(compilation)),
    );
  }
}

/** Right before assets are listed: Workbox at 2990, others before compression (3000) or reports (5000). */
const LISTING_STAGES = [2989, 3999] as const;

/** What was sealed in one compilation, for the check of what was written. */
interface SealedBuild {
  hashed: Hashed[];
  manifests: { name: string; bytes: Buffer }[];
  /** What was signed of them. */
  signatures: { name: string; bytes: Buffer }[];
  /** What it was sealed with. */
  settings: BuildSettings["settings"];
}

/** The builds of one compiler. */
class Build {
  readonly #compiler: Compiler;
  readonly #options: FedsealPluginOptions;
  readonly #memory = new HashMemory();
  readonly #enforcement: Enforcement | undefined;
  readonly #settings = new SettingsReader();
  readonly #sealed = new WeakMap<Compilation, SealedBuild>();
  /** The bytes that each manifest had before. */
  readonly #before = new WeakMap<Compilation, Map<string, Buffer[]>>();
  readonly #emitContract: EmitContract | undefined;

  constructor(
    compiler: Compiler,
    options: FedsealPluginOptions,
    enforcement: Enforcement | undefined,
    emitContract: EmitContract | undefined,
  ) {
    this.#compiler = compiler;
    this.#options = options;
    this.#enforcement = enforcement;
    this.#emitContract = emitContract;
  }

  /** A bug of ours fails the build with a message; it never throws into the bundler. */
  async guarded(compilation: Compilation, work: () => Promise<Diagnostic[]>): Promise<void> {
    let found: Diagnostic[];
    try {
      found = await work();
    } catch (thrown) {
      found = [panic(thrown)];
    }
    report(this.#compiler, compilation, found);
  }

  /** Keeps the bytes of the manifests of now: another asset may hold a hash of them. */
  remember(compilation: Compilation): void {
    const before = this.#before.get(compilation) ?? new Map<string, Buffer[]>();
    this.#before.set(compilation, before);
    for (const name of Object.keys(compilation.assets)) {
      const isManifest = posix.basename(name) === "mf-manifest.json" || name === this.#options.manifest;
      if (isManifest) before.set(name, [...(before.get(name) ?? []), bytesOf(compilation, name)]);
    }
  }

  /** At the end of processAssets: hashes, then seals every manifest of the build. */
  async seal(compilation: Compilation): Promise<Diagnostic[]> {
    const start = performance.now();
    const options = this.#options;
    const {
      settings,
      file,
      diagnostics: refused,
    } = await this.#settings.read(this.#compiler.context, this.#outputPath(compilation), options);
    if (file !== undefined) compilation.fileDependencies.add(file);
    if (refused.length > 0) return refused;
    const { names: manifestNames, missing } = findManifests(
      this.#compiler,
      new Set(namesOf(compilation)),
      settings.manifest,
      (name) => bytesOf(compilation, name).toString(),
    );
    if (missing.length > 0) return missing;
    // Beside the manifest, so that it is sealed like every other file.
    const contracted = (await this.#emitContract?.(compilation, manifestNames[0] ?? "")) ?? [];
    if (contracted.some((one) => one.severity === "error")) return contracted;
    const names = namesOf(compilation);
    const hotUpdates = hotUpdatesOf(compilation);
    const manifests = manifestNames.map((name) => {
      return { name, bytes: withoutHotUpdates(bytesOf(compilation, name), hotUpdates) };
    });
    const enforced = this.#enforcement?.check(compilation, manifests, (file) => bytesOf(compilation, file)) ?? [];
    if (enforced.some((one) => one.severity === "error")) return enforced;
    const mistakes = checkBuild(this.#compiler, compilation, manifests);
    if (mistakes.some((one) => one.severity === "error")) return mistakes;

    const { selected, diagnostics } = select(manifests, names, chunksOf(compilation), filterOf(settings));
    if (diagnostics.length > 0) return diagnostics;
    const integrity = options.algorithm ?? "sha384";
    const encoding = hasClassicScripts(this.#compiler);
    const jobs = selected.map(({ index, entry, classicScript }): Job => {
      const name = names[index];
      if (name === undefined) throw new Error(`selected ${index} of ${names.length} assets`);
      return { name, wanted: { contentHash: entry, integrity, encoding: encoding && classicScript } };
    });
    const memory = this.#compiler.watchMode ? this.#memory : undefined;
    const { hashed, fresh } = await hashAll(jobs, (name) => bytesOf(compilation, name), memory);
    const assets = hashed.map(({ integrity, ...rest }): Asset => {
      if (integrity === undefined) throw new Error(`no integrity came back for ${rest.name}`);
      return { integrity, ...rest };
    });

    const found: Diagnostic[] = [...contracted, ...enforced, ...mistakes];
    const sealedManifests: SealedBuild["manifests"] = [];
    for (const { name, bytes } of manifests) {
      const { container, isRemote } = kindOf(bytes);
      const sharing = sharingOf(this.#compiler, compilation, container);
      if (sharing) found.push(...checkStartup(sharing, name, isRemote));
      const sealed = await seal(bytes, assets, {
        file: name,
        entries: options.entries ?? "object",
        release: releaseOf(options.release, process.env),
        pluginVersion: producerOf(this.#compiler),
        ...(sharing && { sharing: JSON.stringify(sharing) }),
      });
      for (const one of sealed.diagnostics) found.push(one);
      if (sealed.manifest) sealedManifests.push({ name, bytes: Buffer.from(sealed.manifest) });
    }
    const before = this.#before.get(compilation) ?? new Map<string, Buffer[]>();
    for (const { name } of manifests) before.set(name, [...(before.get(name) ?? []), bytesOf(compilation, name)]);
    const textOf = (name: string) => bytesOf(compilation, name).toString();
    found.push(...checkCopies(compilation, sealedManifests, before, textOf));
    if (found.some((one) => one.severity === "error")) return found;

    const signed = options.sign
      ? await carriersOf(sealedManifests, options.sign, this.#compiler.context)
      : { value: [] };
    if (!signed.value) return [...found, ...signed.diagnostics];
    for (const { name, bytes } of signed.value) {
      if (compilation.getAsset(name)) this.#update(compilation, name, bytes);
      else compilation.emitAsset(name, new this.#compiler.webpack.sources.RawSource(bytes));
    }
    for (const { name, bytes } of sealedManifests) {
      this.#update(compilation, name, bytes);
      await this.#renewCompressed(compilation, names, name, bytes);
    }
    this.#sealed.set(compilation, { hashed, manifests: sealedManifests, signatures: signed.value, settings });

    // A build that failed for another reason writes nothing.
    if (compilation.errors.length) return found;
    const total = hashed.reduce((sum, one) => sum + one.size, 0);
    const changed = memory && fresh < hashed.length ? `, ${fresh} changed,` : "";
    this.#compiler
      .getInfrastructureLogger(NAME)
      .info(
        `fedseal: sealed ${files(hashed.length)} (${size(total)})${changed} in ${Math.max(1, Math.round(performance.now() - start))} ms → ${manifestNames.join(", ")}`,
      );
    return found;
  }

  /** After the bundler has written: hashes what was written, and fails on a difference. */
  async verify(compilation: Compilation): Promise<Diagnostic[]> {
    const sealed = this.#sealed.get(compilation);
    const wanted = this.#options.verify ?? this.#compiler.options.mode === "production";
    if (!sealed || !wanted) return [];
    const found: Diagnostic[] = [];
    const changed = (name: string, what: string) =>
      found.push(diagnostic("integrity/changed-after-seal", `${name} ${what}`, { file: name }));

    // One hash is enough to see a difference, and SHA-256 is the cheaper one.
    const bySeal = new Map(sealed.hashed.map((one) => [one.name, one]));
    const jobs = sealed.hashed.map(({ name, contentHash, integrity }): Job => {
      if (contentHash !== undefined) return { name, wanted: { contentHash: true } };
      const algorithm = integrity?.slice(0, 6) as NonNullable<FedsealPluginOptions["algorithm"]>;
      return { name, wanted: { contentHash: false, integrity: algorithm } };
    });
    const { hashed, diagnostics: unread } = await this.#hashWritten(compilation, jobs);
    for (const one of unread) found.push(one);
    for (const one of hashed) {
      const before = bySeal.get(one.name);
      const same =
        one.contentHash === undefined ? one.integrity === before?.integrity : one.contentHash === before?.contentHash;
      if (!same)
        changed(one.name, `has other bytes than were sealed (${size(before?.size ?? 0)}, now ${size(one.size)})`);
    }

    const names = namesOf(compilation);
    for (const { name, bytes } of sealed.manifests) {
      const written = await this.#written(compilation, name);
      if (!written?.equals(bytes)) changed(name, "is not the manifest that was sealed");

      for (const way of COMPRESSIONS) {
        const copy = name + way.ending;
        const compressed = names.includes(copy) ? await this.#written(compilation, copy) : undefined;
        if (compressed && (await holds(way, compressed, bytes)) === false) {
          found.push(diagnostic("integrity/stale-sibling", `${copy} does not hold the sealed ${name}`, { file: copy }));
        }
      }
    }
    for (const { name, bytes } of sealed.signatures) {
      const written = await this.#written(compilation, name);
      if (!written?.equals(bytes)) changed(name, "is not what was signed");
    }

    const { selected, diagnostics } = select(sealed.manifests, names, chunksOf(compilation), filterOf(sealed.settings));
    for (const one of diagnostics) found.push(one);
    for (const { index } of selected) {
      const name = names[index];
      if (name !== undefined && !bySeal.has(name)) {
        found.push(diagnostic("integrity/unlisted-file", `${name} was emitted after sealing`, { file: name }));
      }
    }
    if (this.#compiler.outputFileSystem.readFileSync === readFileSync && !this.#compiler.watchMode) {
      const own = new Set(names);
      const outside = (all: string[]) =>
        select(sealed.manifests, all, [], filterOf(this.#options))
          .selected.map(({ index }) => all[index] ?? "")
          .filter((name) => !own.has(name));
      found.push(...checkLeftovers(this.#compiler, this.#outputPath(compilation), outside));
    }
    return found;
  }

  /** Hashes of what was written: natively where that is the disk, else through the bundler's file system. */
  async #hashWritten(
    compilation: Compilation,
    jobs: readonly Job[],
  ): Promise<{ hashed: Hashed[]; diagnostics: Diagnostic[] }> {
    const fileSystem: OutputFileSystem = this.#compiler.outputFileSystem;
    if (fileSystem.readFileSync === readFileSync) {
      const names = jobs.map((job) => job.name);
      const wanted = jobs.map((job) => job.wanted);
      const { files, diagnostics } = await digestFiles(this.#outputPath(compilation), names, wanted);
      const hashed = files.map(({ size, digest }, index): Hashed => ({ name: names[index] ?? "", size, ...digest }));
      return { hashed, diagnostics };
    }
    const diagnostics: Diagnostic[] = [];
    const readable: Job[] = [];
    const bytes = new Map<string, Buffer>();
    for (const job of jobs) {
      const written = await this.#written(compilation, job.name);
      if (written) {
        readable.push(job);
        bytes.set(job.name, written);
      } else {
        const message = `${job.name} was sealed, but cannot be read from the output`;
        diagnostics.push(diagnostic("file/unreadable", message, { file: job.name }));
      }
    }
    const { hashed } = await hashAll(readable, (name) => bytes.get(name) ?? Buffer.alloc(0));
    return { hashed, diagnostics };
  }

  /** As the bundlers do it: the output path may be a template. */
  #outputPath(compilation: Compilation): string {
    return compilation.getPath(this.#compiler.outputPath, {});
  }

  /** The bytes of an output file, read from where the bundler wrote it: a dev server keeps it in memory. */
  async #written(compilation: Compilation, name: string): Promise<Buffer | undefined> {
    const fileSystem: OutputFileSystem = this.#compiler.outputFileSystem;
    const path = join(this.#outputPath(compilation), name);
    try {
      // Where it exists, it takes a sixth of the time of thousands of callbacks.
      const data = fileSystem.readFileSync
        ? fileSystem.readFileSync(path)
        : await new Promise<unknown>((resolve, reject) => {
            fileSystem.readFile(path, (error, data) => (error ? reject(error) : resolve(data)));
          });
      return Buffer.isBuffer(data) ? data : Buffer.from(data as Uint8Array);
    } catch (error) {
      // Reported by the caller: what cannot be read is not what was sealed.
      if (error instanceof Error) return undefined;
      throw error;
    }
  }

  /** Compression plugins run before sealing: their copy of the manifest is stale. */
  async #renewCompressed(compilation: Compilation, names: string[], manifest: string, bytes: Buffer): Promise<void> {
    for (const way of COMPRESSIONS) {
      const copy = manifest + way.ending;
      if (!names.includes(copy)) continue;
      if (way.compress) this.#update(compilation, copy, await way.compress(bytes));
      // Rather none than a stale one: servers then send the manifest itself.
      else compilation.deleteAsset(copy);
    }
  }

  #update(compilation: Compilation, name: string, bytes: Buffer): void {
    compilation.updateAsset(name, new this.#compiler.webpack.sources.RawSource(bytes));
  }
}

/** The assets of a build, hot updates apart. */
function namesOf(compilation: Compilation): string[] {
  const hotUpdates = hotUpdatesOf(compilation);
  return Object.keys(compilation.assets).filter((name) => !hotUpdates.has(name));
}

/** What the bundler itself calls code, whatever its name ends in. */
function chunksOf(compilation: Compilation): string[] {
  const files = new Set<string>();
  for (const chunk of compilation.chunks) for (const file of chunk.files) files.add(file);
  return [...files];
}

/** Makes diagnostics errors and warnings of the build. */
function report(compiler: Compiler, compilation: Compilation, diagnostics: readonly Diagnostic[]): void {
  for (const one of diagnostics) {
    const error = new compiler.webpack.WebpackError(safeTextOf(one));
    error.name = "FedsealError";
    error.code = one.rule;
    error.hideStack = true;
    // Errors pushed here keep a production build from writing anything.
    (one.severity === "error" ? compilation.errors : compilation.warnings).push(error);
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

function bytesOf(compilation: Compilation, name: string): Buffer {
  const asset = compilation.getAsset(name);
  if (!asset) throw new Error(`the asset ${name} disappeared while it was being sealed`);
  // On Rspack every access to `source` copies out of Rust: once only.
  const bytes = asset.source.buffer();
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Whether the output has scripts whose encoding is a server's word. The bundler knows better than the manifest, in which
 * Rspack's built-in plugin calls every remote "global". What is being developed is neither minimized nor deployed.
 */
function hasClassicScripts({ options: { mode, output } }: Compiler): boolean {
  return mode !== "development" && !["import", "require", "async-node"].includes(output?.chunkLoading);
}

function filterOf({ include = [], exclude = [] }: BuildSettings["settings"]) {
  return { include, exclude };
}

/** The container of a manifest, and whether it exposes anything; what is wrong with the manifest is said by `seal`. */
function kindOf(manifest: Buffer): { container: unknown; isRemote: boolean } {
  try {
    const { name, exposes } = JSON.parse(manifest.toString());
    return { container: name, isRemote: Array.isArray(exposes) && exposes.length > 0 };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return { container: undefined, isRemote: false };
    throw error;
  }
}

function producerOf({ webpack }: Compiler): string {
  return webpack.rspackVersion === undefined ? `webpack ${webpack.version}` : `rspack ${webpack.rspackVersion}`;
}
