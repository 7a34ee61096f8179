import type { Algorithm, Diagnostic, Filter, Release, SealOptions } from "@fedseal/binding";
import { select } from "@fedseal/binding";
import type { Compilation, Compiler } from "./bundler.js";
import { COMPRESSIONS } from "./compressed.js";
import type { EmitContract } from "./contract.js";
import { type Derived, findDerived } from "./derived.js";
import type { Enforcement } from "./enforce/enforce.js";
import { withoutExposesOfOthers } from "./exposes-of-others.js";
import { Files } from "./files.js";
import { containersOf } from "./find-federation.js";
import { findManifests, possibleManifests } from "./find-manifests.js";
import { withoutHotUpdates } from "./hot-updates.js";
import { checkBuild } from "./mistakes.js";
import { type FedsealPluginOptions, releaseOf } from "./options.js";
import { bytesOf, outputPathOf } from "./output.js";
import { SettingsReader } from "./settings.js";
import { checkStartup, sharingOf } from "./sharing.js";

/** What of a build is sealed, and how, before anything is hashed. */
export interface Prepared {
  files: Files;
  manifests: { name: string; bytes: Buffer; options: SealOptions }[];
  filter: Filter;
  algorithm: Algorithm;
  /** Whether there are scripts whose encoding is a server's word. */
  encoding: boolean;
}

/** Finds out what of the builds of one compiler is sealed. */
export class Preparation {
  readonly #compiler: Compiler;
  readonly #options: FedsealPluginOptions;
  readonly #enforcement: Enforcement | undefined;
  readonly #emitContract: EmitContract | undefined;
  readonly #settings = new SettingsReader();
  /** The bytes that each manifest had before. */
  readonly #before = new WeakMap<Compilation, Map<string, Buffer[]>>();

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

  /** Keeps the bytes of the manifests of now: another asset may hold a hash of them. */
  remember(compilation: Compilation): void {
    const before = this.#before.get(compilation) ?? new Map<string, Buffer[]>();
    this.#before.set(compilation, before);
    for (const name of possibleManifests(this.#compiler, compilation, this.#options.manifest)) {
      before.set(name, [...(before.get(name) ?? []), bytesOf(compilation, name)]);
    }
  }

  /**
   * Nothing is `prepared` where an error is among the diagnostics. `manifests` are those that were found and that, without a seal,
   * must not be written.
   */
  async prepare(
    compilation: Compilation,
  ): Promise<{ prepared?: Prepared; manifests?: readonly string[]; diagnostics: Diagnostic[] }> {
    const compiler = this.#compiler;
    const options = this.#options;
    const outputPath = outputPathOf(compiler, compilation);
    const read = await this.#settings.read(compiler.context, outputPath, options);
    const { settings } = read;
    if (read.file !== undefined) compilation.fileDependencies.add(read.file);
    if (read.diagnostics.length > 0) return { diagnostics: read.diagnostics };
    const before = new Files(compilation);
    const { names: manifestNames, missing } = findManifests(compiler, compilation, before, settings.manifest);
    if (missing.length > 0) return { diagnostics: missing };
    const refused = (diagnostics: Diagnostic[]) => ({ manifests: manifestNames, diagnostics });
    // Beside the manifest, so that it is sealed like every other file.
    const contracted = (await this.#emitContract?.(compilation, manifestNames[0] ?? "")) ?? [];
    if (contracted.some(isError)) return refused(contracted);
    const files = this.#emitContract ? new Files(compilation) : before;
    const written = manifestNames.map((name) => {
      return { name, bytes: withoutHotUpdates(bytesOf(compilation, name), files.hotUpdates) };
    });
    const { manifests: unsealed, diagnostics: foreign } = withoutExposesOfOthers(written, containersOf(compilation));
    const textOf = (file: string) => bytesOf(compilation, file);
    const enforced = this.#enforcement?.check(compilation, files, unsealed, textOf) ?? [];
    if (enforced.some(isError)) return refused(enforced);
    const mistakes = checkBuild(compiler, compilation, files, unsealed);
    if (mistakes.some(isError)) return refused(mistakes);

    const diagnostics = [...contracted, ...foreign, ...enforced, ...mistakes];
    const manifests = unsealed.map(({ name, bytes }) => {
      const { container, isRemote } = kindOf(bytes);
      const sharing = sharingOf(compiler, compilation, container);
      if (sharing) diagnostics.push(...checkStartup(sharing, name, isRemote));
      return {
        name,
        bytes,
        options: { file: name, ...this.#sealOptions(), ...(sharing && { sharing: JSON.stringify(sharing) }) },
      };
    });
    if (diagnostics.some(isError)) return refused(diagnostics);
    const { include = [], exclude = [] } = settings;
    return {
      diagnostics,
      prepared: {
        files,
        manifests,
        filter: { include, exclude },
        algorithm: options.algorithm ?? "sha384",
        encoding: hasClassicScripts(compiler),
      },
    };
  }

  /** What has to be made again when the manifests are sealed. */
  async derived(
    compilation: Compilation,
    { files, manifests, filter }: Prepared,
  ): Promise<{ derived: Derived[]; diagnostics: Diagnostic[] }> {
    const before = this.#before.get(compilation);
    const unsealed = manifests.map(({ name }) => {
      const now = bytesOf(compilation, name);
      const versions = (before?.get(name) ?? []).filter((bytes) => !bytes.equals(now));
      return { name, versions: [...versions, now] };
    });
    const sealedOf = (names: string[]) => {
      const { selected } = select(manifests, names, files.code, filter);
      return new Set(selected.map(({ index }) => names[index] ?? ""));
    };
    return findDerived(compilation, files, unsealed, sealedOf);
  }

  #sealOptions(): { entries: "object" | "string"; release: Release; pluginVersion: string } {
    const { entries = "object", release } = this.#options;
    return { entries, release: releaseOf(release, process.env), pluginVersion: producerOf(this.#compiler) };
  }
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

/** A file that is missing because only its compressed copy was kept. */
export function withCause(found: Diagnostic, names: readonly string[]): Diagnostic {
  if (found.rule !== "manifest/entry-not-emitted") return found;
  for (const { ending } of COMPRESSIONS) {
    const copy = names.find(
      (name) => name.endsWith(ending) && found.message.startsWith(`${name.slice(0, -ending.length)} is `),
    );
    if (copy === undefined) continue;
    const help = `Only its compressed copy ${copy} is there. Hashes are over what a page runs, which is not compressed: keep the original file (\`deleteOriginalAssets: false\` in the options of the compression plugin), and let the server choose the copy.`;
    return { ...found, help };
  }
  return found;
}

/**
 * Whether the output has scripts whose encoding is a server's word. The bundler knows better than the manifest, in which
 * Rspack's built-in plugin calls every remote "global". What is being developed is neither minimized nor deployed.
 */
function hasClassicScripts({ options: { mode, output } }: Compiler): boolean {
  return mode !== "development" && !["import", "require", "async-node"].includes(output?.chunkLoading);
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
