import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import {
  type Algorithm,
  type Diagnostic,
  type Filter,
  Output,
  type SealedOutput,
  type SealOptions,
  writeFile,
} from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import type { SignOptions } from "../plugin/options.js";
import { isError } from "../plugin/prepare.js";
import { renewCopies } from "../plugin/renew-copies.js";
import type { SealedFiles } from "../plugin/sealed-files.js";
import { regularFilesIn } from "../regular-files.js";
import { headersFileOf, sidecarOf } from "../sign/carriers.js";

/** A manifest that was kept from being written. */
export interface Held {
  name: string;
  bytes: Buffer;
  /** For `sharing`, as the text of a JSON object. */
  sharing?: string;
}

/** How an output folder is sealed. */
export interface Sealing {
  filter: Filter;
  algorithm: Algorithm;
  /** What is the same for all manifests. */
  seal: Omit<SealOptions, "file" | "sharing">;
  sign: SignOptions | undefined;
  /** The project's folder, for the paths of keys. */
  context: string;
  /** Folders in the output that are outputs of other builds. */
  foreign: readonly string[];
  /** Whether a file is that of the public folder, which Vite copies once however often it builds. */
  isPublic: (name: string) => boolean;
}

/** What became of it. */
export interface Outcome {
  /** Undefined where there is an error among the diagnostics. */
  sealed: SealedFiles | undefined;
  diagnostics: Diagnostic[];
}

/** What a build wrote into one folder. */
export interface Written {
  folder: string;
  held: readonly Held[];
  /** The names that the bundler calls chunks. */
  code: readonly string[];
}

/**
 * One build of an environment. What its folder holds is told apart by the time of the last change: what is older than the build was
 * there before.
 */
export class Sealer {
  readonly #output = new Output();

  /** Before the build writes anything. */
  constructor() {
    this.#output.writing();
  }

  /** Hashes what the build wrote, seals the manifests and writes them. Files of an earlier build are named, and not sealed. */
  async seal({ folder, held, code }: Written, how: Sealing): Promise<Outcome> {
    const names = await ownFiles(folder, held, how);
    const first = await this.#hash(folder, held, names, code, how);
    const old = new Set(first.unwritten.map(({ name }) => name).filter((name) => !how.isPublic(name)));
    const kept = names.filter((name) => !old.has(name));
    const last = old.size === 0 ? first : await this.#hash(folder, held, kept, code, how);
    const signatures = how.sign ? [] : signaturesBeside(folder, held);
    return finish(folder, last, leftovers([...old, ...signatures].sort()), how);
  }

  /**
   * Seals a manifest again that was sealed before, because this build wrote into its folder, too. What was sealed has to be as it
   * was, unless this build wrote it.
   */
  async sealAgain(folder: string, manifest: SealedBefore, how: Sealing): Promise<Outcome> {
    const held = [manifest];
    const names = await ownFiles(folder, held, how);
    const { unwritten, ...first } = await this.#hash(folder, held, names, [], how);
    const old = new Map(unwritten.map(({ name, integrity }) => [name, integrity]));
    const drifted = [...manifest.integrity]
      .filter(([name, integrity]) => (old.get(name) ?? integrity) !== integrity)
      .map(([name]) => diagnostic("integrity/drift", `${name} is not what was sealed`, { file: name }));
    const gone = [...manifest.integrity.keys()]
      .filter((name) => !names.includes(name))
      .map((name) => diagnostic("integrity/missing-file", `${name} was sealed, and is gone`, { file: name }));
    const found = [...first.diagnostics, ...drifted, ...gone];
    if (found.some(isError)) return { sealed: undefined, diagnostics: found };
    const kept = names.filter((name) => !old.has(name) || manifest.integrity.has(name));
    const left = names.filter((name) => old.has(name) && !manifest.integrity.has(name));
    return finish(folder, await this.#hash(folder, held, kept, [], how), leftovers(left), how);
  }

  async #hash(
    folder: string,
    held: readonly Held[],
    names: string[],
    code: readonly string[],
    { filter, algorithm, seal }: Sealing,
  ): Promise<SealedOutput> {
    const manifests = held.map(({ name, bytes, sharing }) => ({
      bytes,
      options: { ...seal, file: name, ...(sharing !== undefined && { sharing }) },
    }));
    const refused = this.#output.plan({ manifests, names, code: [...code], filter, algorithm, encoding: true });
    if (!refused.some(isError)) return this.#output.seal(folder);
    return { manifests: [], unwritten: [], files: 0, bytes: 0, fresh: 0, diagnostics: refused };
  }
}

/** A manifest with the hashes that it had. */
export interface SealedBefore extends Held {
  integrity: ReadonlyMap<string, string>;
}

async function finish(
  folder: string,
  { manifests, files, bytes, diagnostics }: SealedOutput,
  more: readonly Diagnostic[],
  how: Sealing,
): Promise<Outcome> {
  const found = [...diagnostics, ...more];
  if (found.some(isError)) return { sealed: undefined, diagnostics: found };
  found.push(...(await write(folder, manifests, how)));
  const sealed = { files, bytes, manifests: manifests.map(({ name }) => name) };
  return { sealed: found.some(isError) ? undefined : sealed, diagnostics: found };
}

/** The files of a folder, without its manifests and what other builds put into it. */
async function ownFiles(folder: string, held: readonly Held[], { foreign }: Sealing): Promise<string[]> {
  const isManifest = new Set(held.map(({ name }) => name));
  return (await regularFilesIn(folder)).filter(
    (name) => !isManifest.has(name) && !foreign.some((one) => name.startsWith(`${one}/`)),
  );
}

/** Signatures of the manifests that were there before. */
function signaturesBeside(folder: string, held: readonly Held[]): string[] {
  const names = held.flatMap(({ name }) => [sidecarOf(name), headersFileOf(name)]);
  return names.filter((name) => existsSync(join(folder, name)));
}

function leftovers(names: readonly string[]): Diagnostic[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, 3).join(", ");
  const more = names.length > 3 ? `, and ${names.length - 3} more` : "";
  const message = `the output folder holds ${names.length === 1 ? "a file" : `${names.length} files`} of an earlier build: ${shown}${more}`;
  const help = "Set `build.emptyOutDir: true`, or build into an empty folder.";
  return [diagnostic("federation/output-not-cleaned", message, { file: names[0] ?? "" }, help)];
}

/** What goes with a manifest first, and the manifests last. */
async function write(
  folder: string,
  manifests: readonly { name: string; bytes: Uint8Array }[],
  { sign, context }: Sealing,
): Promise<Diagnostic[]> {
  const sealed = manifests.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes) }));
  const found = sign ? await writeSignatures(folder, sealed, sign, context) : [];
  if (found.length === 0) found.push(...writeFiles(folder, sealed));
  if (found.length > 0) return found;
  for (const { name } of sealed) found.push(...(await renewCopies(folder, name, filesBeside(folder, name))));
  return found;
}

/** Signs manifests, and writes the signatures beside them. */
export async function writeSignatures(
  folder: string,
  manifests: readonly { name: string; bytes: Buffer }[],
  sign: SignOptions,
  context: string,
): Promise<Diagnostic[]> {
  // Loaded where it is needed.
  const { carriersOf } = await import("../plugin/sign.js");
  const signed = await carriersOf(manifests, sign, context);
  return signed.value ? writeFiles(folder, signed.value) : signed.diagnostics;
}

/** All of them, or none. */
function writeFiles(folder: string, files: readonly { name: string; bytes: Buffer }[]): Diagnostic[] {
  const written: string[] = [];
  for (const { name, bytes } of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    const failed = writeFile(path, bytes);
    if (failed) {
      for (const other of written) rmSync(other, { force: true });
      return [failed];
    }
    written.push(path);
  }
  return [];
}

/** Files whose names begin with that of the manifest. */
export function filesBeside(folder: string, name: string): string[] {
  const beside = readdirSync(dirname(join(folder, name)));
  const base = posix.basename(name);
  return beside.filter((one) => one.startsWith(`${base}.`)).map((one) => posix.join(posix.dirname(name), one));
}
