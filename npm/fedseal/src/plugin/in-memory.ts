import { type Asset, type Diagnostic, seal, select } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { size } from "../summary.js";
import type { Compilation, Compiler } from "./bundler.js";
import { COMPRESSIONS, holds } from "./compressed.js";
import { makeAll } from "./derived.js";
import { Files } from "./files.js";
import { type Hashed, HashMemory, hashAll, type Job } from "./hash.js";
import type { FedsealPluginOptions } from "./options.js";
import { bytesOf, updateAsset, writtenBytes } from "./output.js";
import { isError, type Preparation, type Prepared, withCause } from "./prepare.js";
import type { SealedFiles } from "./sealed-files.js";

interface Sealed {
  prepared: Prepared;
  hashed: Hashed[];
  /** What was made after hashing: manifests, signatures, files that are made of them. */
  made: Map<string, Buffer>;
  summary: SealedFiles;
}

/**
 * Builds whose output nobody reads from a disk: the assets are hashed as the bundler has them, sealed before they are written, and
 * read back from where they were written.
 */
export class InMemory {
  readonly #compiler: Compiler;
  readonly #options: FedsealPluginOptions;
  readonly #preparation: Preparation;
  readonly #memory = new HashMemory();
  readonly #sealed = new WeakMap<Compilation, Sealed>();

  constructor(compiler: Compiler, options: FedsealPluginOptions, preparation: Preparation) {
    this.#compiler = compiler;
    this.#options = options;
    this.#preparation = preparation;
  }

  /** At the end of processAssets: hashes, then seals every manifest of the build. */
  async seal(compilation: Compilation, prepared: Prepared): Promise<Diagnostic[]> {
    const { files, manifests, filter, algorithm: integrity, encoding } = prepared;
    const { names } = files;
    const { selected, diagnostics } = select(manifests, names, files.code, filter);
    if (diagnostics.length > 0) return diagnostics;
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

    const found: Diagnostic[] = [];
    const made = new Map<string, Buffer>();
    for (const { name, bytes, options } of manifests) {
      const sealed = await seal(bytes, assets, options);
      found.push(...sealed.diagnostics.map((one) => withCause(one, names)));
      if (sealed.manifest) made.set(name, Buffer.from(sealed.manifest));
    }
    const derived = await this.#preparation.derived(compilation, prepared);
    found.push(...derived.diagnostics);
    if (found.some(isError)) return found;

    const sealed = [...made].map(([name, bytes]) => ({ name, bytes }));
    const { sign } = this.#options;
    const signed = sign
      ? await (await import("./sign.js")).carriersOf(sealed, sign, this.#compiler.context)
      : { value: [] };
    if (!signed.value) return [...found, ...signed.diagnostics];
    for (const { name, bytes } of signed.value) made.set(name, bytes);
    const unmade = await makeAll(derived.derived, made);
    for (const [name, bytes] of made) {
      if (compilation.getAsset(name)) updateAsset(this.#compiler, compilation, name, bytes);
      else compilation.emitAsset(name, new this.#compiler.webpack.sources.RawSource(bytes));
    }
    for (const name of unmade) compilation.deleteAsset(name);
    const bytes = hashed.reduce((sum, one) => sum + one.size, 0);
    const summary = {
      files: hashed.length,
      bytes,
      ...(memory && { fresh }),
      manifests: manifests.map(({ name }) => name),
    };
    this.#sealed.set(compilation, { prepared, hashed, made, summary });
    return found;
  }

  /** After the bundler has written: hashes what was written, and fails on a difference. */
  async verify(compilation: Compilation): Promise<Diagnostic[]> {
    const sealed = this.#sealed.get(compilation);
    if (!sealed) return [];
    const found: Diagnostic[] = [];
    const changed = (name: string, what: string) =>
      found.push(diagnostic("integrity/changed-after-seal", `${name} ${what}`, { file: name }));

    // One hash is enough to see a difference, and SHA-256 is the cheaper one.
    const bySeal = new Map(sealed.hashed.map((one) => [one.name, one]));
    const bytesByName = new Map<string, Buffer>();
    const jobs: Job[] = [];
    for (const { name, contentHash } of sealed.hashed) {
      const written = await writtenBytes(this.#compiler, compilation, name);
      if (written) {
        bytesByName.set(name, written);
        const wanted = contentHash === undefined ? { integrity: sealed.prepared.algorithm } : {};
        jobs.push({ name, wanted: { contentHash: contentHash !== undefined, ...wanted } });
      } else {
        const message = `${name} was sealed, but cannot be read from the output`;
        found.push(diagnostic("file/unreadable", message, { file: name }));
      }
    }
    const { hashed } = await hashAll(jobs, (name) => bytesByName.get(name) ?? Buffer.alloc(0));
    for (const one of hashed) {
      const before = bySeal.get(one.name);
      const same =
        one.contentHash === undefined ? one.integrity === before?.integrity : one.contentHash === before?.contentHash;
      if (!same)
        changed(one.name, `has other bytes than were sealed (${size(before?.size ?? 0)}, now ${size(one.size)})`);
    }
    const files = new Files(compilation);
    const { names } = files;
    for (const [name, bytes] of sealed.made) {
      const written = await writtenBytes(this.#compiler, compilation, name);
      if (!written?.equals(bytes)) changed(name, "is not what was made when the build was sealed");
    }
    for (const { name } of sealed.prepared.manifests) {
      const bytes = sealed.made.get(name) ?? Buffer.alloc(0);
      for (const way of COMPRESSIONS) {
        const copy = name + way.ending;
        if (sealed.made.has(copy) || !names.includes(copy)) continue;
        const compressed = await writtenBytes(this.#compiler, compilation, copy);
        if (compressed && (await holds(way, compressed, bytes)) === false) {
          found.push(diagnostic("integrity/stale-sibling", `${copy} does not hold the sealed ${name}`, { file: copy }));
        }
      }
    }
    const manifests = sealed.prepared.manifests.map(({ name }) => ({
      name,
      bytes: sealed.made.get(name) ?? Buffer.alloc(0),
    }));
    const { selected, diagnostics } = select(manifests, names, files.code, sealed.prepared.filter);
    found.push(...diagnostics);
    for (const { index } of selected) {
      const name = names[index];
      if (name !== undefined && !bySeal.has(name)) {
        found.push(diagnostic("integrity/unlisted-file", `${name} was emitted after sealing`, { file: name }));
      }
    }
    return found;
  }

  summary(compilation: Compilation): SealedFiles | undefined {
    return this.#sealed.get(compilation)?.summary;
  }
}
