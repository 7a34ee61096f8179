import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Diagnostic, Output, select, writeFile } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { size } from "../summary.js";
import type { AssetInfo, Compilation, Compiler, Source } from "./bundler.js";
import { COMPRESSIONS } from "./compressed.js";
import { type Derived, makeAll } from "./derived.js";
import { Files } from "./files.js";
import { hashAll } from "./hash.js";
import { checkLeftovers } from "./mistakes.js";
import type { FedsealPluginOptions } from "./options.js";
import { bytesIn, bytesOf, outputPathOf, writtenBytes } from "./output.js";
import { isError, type Preparation, type Prepared, withCause } from "./prepare.js";
import type { SealedFiles } from "./sealed-files.js";

/** A build between its plan and its end. */
interface Planned {
  prepared: Prepared;
  derived: Derived[];
  /** What an asset was besides its bytes, of those that are written after sealing. */
  infos: Map<string, AssetInfo>;
  /** The assets as the bundler is about to write them: webpack forgets their bytes then. */
  sources: Map<string, Source>;
  /** What was written after sealing. */
  made?: Map<string, Buffer>;
  summary?: SealedFiles;
}

/**
 * Builds whose output is on the disk: what the bundler wrote is hashed once, where it lies. The manifests, and what is made of them,
 * are taken out of the build before it writes, and written when they are sealed: an unsealed one is never on the disk.
 */
export class OnDisk {
  readonly #compiler: Compiler;
  readonly #options: FedsealPluginOptions;
  readonly #preparation: Preparation;
  readonly #output = new Output();
  readonly #planned = new WeakMap<Compilation, Planned>();

  constructor(compiler: Compiler, options: FedsealPluginOptions, preparation: Preparation) {
    this.#compiler = compiler;
    this.#options = options;
    this.#preparation = preparation;
  }

  /** At the end of processAssets: decides what names alone decide, so that a refused build writes nothing. */
  async plan(compilation: Compilation, prepared: Prepared): Promise<Diagnostic[]> {
    const { sign } = this.#options;
    const { files, ...rest } = prepared;
    const planned = { ...rest, names: files.names, code: files.code };
    const refused = this.#output.plan(planned).map((one) => withCause(one, files.names));
    if (sign && refused.length === 0) {
      const { checkSigner } = await import("./sign.js");
      refused.push(...checkSigner(sign, this.#compiler.context));
    }
    if (refused.length > 0) {
      // Where a build with errors is written all the same.
      for (const { name } of prepared.manifests) compilation.deleteAsset(name);
      return refused;
    }
    const { derived, diagnostics } = await this.#preparation.derived(compilation, prepared);
    const held = [...prepared.manifests, ...derived].map(({ name }) => name);
    const infos = new Map(held.map((name) => [name, compilation.getAsset(name)?.info ?? {}]));
    takeOut(this.#compiler, compilation, held);
    if (diagnostics.some(isError)) return diagnostics;
    this.#planned.set(compilation, { prepared, derived, infos, sources: new Map() });
    for (const name of held) this.#showAsEmitted(compilation, name);
    return diagnostics;
  }

  /** Right before the bundler writes: others may have changed an asset since the plan was made. */
  remember(compilation: Compilation): void {
    const planned = this.#planned.get(compilation);
    if (!planned) return;
    planned.sources = sourcesOf(this.#compiler, compilation);
    this.#output.writing();
  }

  /** After the bundler has written: hashes, seals, and writes what was held back, the manifests last. */
  async seal(compilation: Compilation): Promise<Diagnostic[]> {
    const planned = this.#planned.get(compilation);
    if (!planned) return [];
    const folder = outputPathOf(this.#compiler, compilation);
    const sealed = await this.#output.seal(folder);
    const found = [...sealed.diagnostics];
    if (found.some(isError)) return found;
    found.push(...(await this.#compare(compilation, planned, sealed.unwritten)));
    if (found.some(isError)) return found;
    planned.sources.clear();

    const manifests = sealed.manifests.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes) }));
    const { sign } = this.#options;
    const signed = sign
      ? await (await import("./sign.js")).carriersOf(manifests, sign, this.#compiler.context)
      : { value: [] };
    if (!signed.value) return [...found, ...signed.diagnostics];
    const made = new Map<string, Buffer>(manifests.map(({ name, bytes }) => [name, bytes]));
    for (const { name, bytes } of signed.value) made.set(name, bytes);
    const unmade = await makeAll(planned.derived, made);
    for (const name of unmade) rmSync(join(folder, name), { force: true });
    const isManifest = new Set(manifests.map(({ name }) => name));
    // The manifests last: until then the old ones count, or none.
    const order = [...made].sort(([a], [b]) => Number(isManifest.has(a)) - Number(isManifest.has(b)));
    // Whatever refuses a folder does so before the first file.
    for (const [name] of order) mkdirSync(dirname(join(folder, name)), { recursive: true });
    for (const [index, [name, bytes]] of order.entries()) {
      const failed = write(join(folder, name), bytes);
      if (failed) {
        // What was made of a manifest that is not there is not left behind.
        for (const [other] of order.slice(0, index)) rmSync(join(folder, other), { force: true });
        return [...found, failed];
      }
      this.#putBack(compilation, name, bytes, planned.infos.get(name));
    }
    planned.made = made;
    planned.summary = {
      files: sealed.files,
      bytes: sealed.bytes,
      ...(this.#compiler.watchMode && { fresh: sealed.fresh }),
      manifests: [...isManifest],
    };
    return found;
  }

  /** When all others have had their turn: fails on whatever is not what was sealed, and takes the seal back. */
  async verify(compilation: Compilation): Promise<Diagnostic[]> {
    const planned = this.#planned.get(compilation);
    if (!planned?.made) return [];
    const folder = outputPathOf(this.#compiler, compilation);
    const found: Diagnostic[] = [];
    const changed = (name: string, what: string) =>
      found.push(diagnostic("integrity/changed-after-seal", `${name} ${what}`, { file: name }));
    const late = await this.#output.changed(folder);
    found.push(...late.diagnostics);
    for (const { name, before, now } of late.changed) {
      changed(name, `has other bytes than were sealed (${size(before)}, now ${size(now)})`);
    }
    for (const [name, bytes] of planned.made) {
      const written = await writtenBytes(this.#compiler, compilation, name);
      if (!written?.equals(bytes)) changed(name, "is not what was made when the build was sealed");
    }
    const files = new Files(compilation);
    const known = new Set(planned.prepared.files.names);
    const added = files.names.filter((name) => !known.has(name));
    if (added.length > 0) found.push(...this.#output.late(added, files.code));
    if (found.some(isError)) {
      for (const name of planned.made.keys()) rmSync(join(folder, name), { force: true });
      delete planned.summary;
    }
    if (!this.#compiler.watchMode) found.push(...this.#leftovers(planned.prepared, folder, files.names));
    return found;
  }

  summary(compilation: Compilation): SealedFiles | undefined {
    return this.#planned.get(compilation)?.summary;
  }

  #leftovers({ manifests, filter }: Prepared, folder: string, names: readonly string[]): Diagnostic[] {
    const beside = new Set(manifests.flatMap(({ name }) => BESIDE.map((ending) => name + ending)));
    return checkLeftovers(this.#compiler, folder, new Set(names), beside, (all) =>
      select(manifests, all, [], filter).selected.map(({ index }) => all[index] ?? ""),
    );
  }

  /** A bundler leaves a file alone whose name has a hash; whether it has the bytes of this build, nobody looked. */
  async #compare(
    compilation: Compilation,
    { prepared, sources }: Planned,
    unwritten: readonly { name: string; size: number; integrity: string }[],
  ): Promise<Diagnostic[]> {
    if (unwritten.length === 0) return [];
    const wanted = { contentHash: false, integrity: prepared.algorithm };
    const read = (name: string) => {
      const source = sources.get(name);
      return source ? bytesIn(source) : bytesOf(compilation, name);
    };
    const { hashed } = await hashAll(
      unwritten.map(({ name }) => ({ name, wanted })),
      read,
    );
    const found = unwritten.flatMap(({ name, size: there, integrity }, index): Diagnostic[] => {
      const own = hashed[index];
      if (own?.integrity === integrity) return [];
      const message = `${name} lay in the output folder before the build (${size(there)}), and is not what the build made (${size(own?.size ?? 0)}); the bundler left it alone`;
      const help = "Empty the output folder before the build (`output.clean: true`), and build again.";
      return [diagnostic("integrity/changed-after-seal", message, { file: name }, help)];
    });
    if (found.length === 0) this.#output.confirm();
    return found;
  }

  /** For plugins that look at the assets after the bundler has written, as uploads do. */
  #putBack(compilation: Compilation, name: string, bytes: Buffer, info: AssetInfo | undefined): void {
    compilation.emitAsset(name, new this.#compiler.webpack.sources.RawSource(bytes), info);
    compilation.emittedAssets?.add(name);
  }

  /** Rspack keeps a list of its own of what was written; statistics without it would leave the file out. */
  #showAsEmitted(compilation: Compilation, name: string): void {
    if (compilation.emittedAssets) return;
    compilation.hooks.statsFactory.tap("FedsealPlugin", (factory) => {
      factory.hooks.extract
        .for("asset")
        .tap({ name: "FedsealPlugin", stage: -1000 }, (_: object, asset: { name?: string; emitted?: boolean }) => {
          if (asset.name === name) asset.emitted = true;
        });
    });
  }
}

const BESIDE = [...COMPRESSIONS.map(({ ending }) => ending), ".sig", ".sig.headers"];

/** Takes assets out of a build, and nothing with them: bundlers delete what was made of a file with it. */
function takeOut(compiler: Compiler, compilation: Compilation, names: readonly string[]): void {
  for (const name of names) {
    const asset = compilation.getAsset(name);
    if (!asset) continue;
    if (Object.keys(asset.info.related ?? {}).length > 0) {
      const empty = new compiler.webpack.sources.RawSource(Buffer.alloc(0));
      // webpack would merge an object with what is there.
      compilation.updateAsset(name, empty, (info: AssetInfo) => ({ ...info, related: undefined }));
    }
    compilation.deleteAsset(name);
  }
}

function sourcesOf({ webpack }: Compiler, compilation: Compilation): Map<string, Source> {
  // Rspack has the bytes still, and would copy them here.
  if (webpack.rspackVersion !== undefined) return new Map();
  return new Map(Object.entries(compilation.assets) as [string, Source][]);
}

function write(path: string, bytes: Buffer): Diagnostic | undefined {
  return holdsAlready(path, bytes) ? undefined : (writeFile(path, bytes) ?? undefined);
}

function holdsAlready(path: string, bytes: Buffer): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch (error) {
    // Not there, or not readable: then writing says why.
    if (error instanceof Error) return false;
    throw error;
  }
}
