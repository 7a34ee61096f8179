import { existsSync, readFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import { type Algorithm, type Diagnostic, writeFile } from "@fedseal/binding";
import type { ResolvedConfig } from "vite";
import type { FolderSettings } from "../config/folder-settings.js";
import type { ContractBuild } from "../contract/build.js";
import { diagnostic } from "../diagnostics.js";
import { relativeTo } from "../locations.js";
import { releaseOf } from "../plugin/options.js";
import { isError } from "../plugin/prepare.js";
import { lineOf, type SealedFiles } from "../plugin/sealed-files.js";
import { SettingsReader } from "../plugin/settings.js";
import { exposedBy, type Federation, manifestOf } from "./federation.js";
import type { FedsealViteOptions } from "./index.js";
import { type Held, type Outcome, type SealedBefore, Sealer, type Sealing } from "./sealing.js";
import { sharingOf } from "./sharing.js";

/** What `generateBundle` gives, as far as it is used here. */
type Bundle = Record<string, { type: "chunk" } | { type: "asset"; source: string | Uint8Array }>;

/** The build of one environment, from `buildStart` to `closeBundle`. */
interface Build {
  sealer: Sealer;
  settings: FolderSettings;
  /** By folder; several outputs of one build may share one. */
  written: Map<string, { folder: string; held: Held[]; code: string[] }>;
  /** Outputs that were begun and are not on the disk. */
  unwritten: number;
}

/** What is to be said of a sealed build. */
interface Told {
  diagnostics: Diagnostic[];
  /** For the log: one for each folder that was sealed. */
  lines: string[];
}

const GONE =
  "Let the federation plugin write it (`manifest: true`), and let no other plugin take it out of the bundle before `fedseal()` does.";

/** The builds of one configuration. */
export class Project {
  readonly root: string;
  readonly #config: ResolvedConfig;
  readonly #federations: readonly Federation[];
  readonly #options: FedsealViteOptions;
  readonly #settings = new SettingsReader();
  readonly #builds = new Map<string, Build>();
  #contract: Promise<ContractBuild> | undefined;

  constructor(config: ResolvedConfig, federations: readonly Federation[], options: FedsealViteOptions) {
    this.root = config.root;
    this.#config = config;
    this.#federations = federations;
    this.#options = options;
  }

  log(line: string): void {
    this.#config.logger.info(line);
  }

  /** A build begins: whatever is older is not of it, as Vite copies its public folder soon. The contract is extracted beside it. */
  begin(environment: string, isPage: boolean): void {
    const before = this.#builds.get(environment);
    // Rolldown builds once for each output, and closes them together.
    const isSame = before !== undefined && before.written.size > 0 && before.unwritten === 0;
    if (!isSame) {
      this.#builds.set(environment, { sealer: new Sealer(), settings: {}, written: new Map(), unwritten: 0 });
    }
    const { contract = false } = this.#options;
    // Of what servers get, the manifest is that of the pages.
    if (contract === false || !isPage) return;
    const remotes = this.#federations
      .map((one) => ({ name: one.name, exposes: exposedBy(one) }))
      .filter(({ exposes }) => exposes.length > 0);
    // Loaded when it is wanted: it takes a while.
    this.#contract ??= import("../contract/build.js").then(({ ContractBuild }) => {
      const project = () => ({
        context: this.root,
        alias: this.#config.resolve.alias,
        isWatching: Boolean(this.#config.build.watch),
      });
      return new ContractBuild(project, contract === true ? {} : contract, () => {});
    });
    this.#contract = this.#contract.then((build) => {
      build.begin(remotes, undefined);
      build.expose(remotes);
      return build;
    });
    // Told where it is waited for; until then nobody listens.
    this.#contract.catch(() => {});
  }

  /**
   * Keeps the manifests of a build from being written: an unsealed one is never on the disk. A build for pages has to have all of
   * them.
   */
  async hold(environment: string, isPage: boolean, folder: string, bundle: Bundle): Promise<Diagnostic[]> {
    const build = this.#builds.get(environment);
    if (!build) throw new Error("a build that was not begun");
    const { settings, diagnostics } = await this.#settings.read(this.root, folder, this.#options);
    if (diagnostics.some(isError)) return diagnostics;
    build.settings = settings;
    const names = [...this.#federations.map(manifestOf), settings.manifest].filter((name) => name !== undefined);
    const held: Held[] = [];
    for (const name of new Set(names)) {
      const file = bundle[name];
      if (file?.type !== "asset") {
        if (isPage)
          diagnostics.push(diagnostic("manifest/missing", `${name} is not part of this build`, undefined, GONE));
        continue;
      }
      const bytes = Buffer.from(file.source);
      const maker = this.#federations.find((one) => manifestOf(one) === name);
      const sharing = maker && sharingOf(maker, bytes, this.root);
      held.push({ name, bytes, ...(sharing && { sharing: JSON.stringify(sharing) }) });
      delete bundle[name];
    }
    const code = Object.keys(bundle).filter((name) => bundle[name]?.type === "chunk");
    const before = build.written.get(folder) ?? { held: [], code: [] };
    const others = before.held.filter(({ name }) => !held.some((one) => one.name === name));
    build.written.set(folder, { folder, held: [...others, ...held], code: [...before.code, ...code] });
    return diagnostics;
  }

  /** An output is begun (1), or on the disk (-1). */
  count(environment: string, step: 1 | -1): void {
    const build = this.#builds.get(environment);
    if (build) build.unwritten += step;
  }

  /** A build that failed: nothing of it is sealed, and the next one starts anew. */
  forget(environment: string): void {
    this.#builds.delete(environment);
  }

  /** When a build is closed: seals what it wrote. A build that failed wrote nothing that is sealed. */
  async seal(environment: string): Promise<Told> {
    const build = this.#builds.get(environment);
    this.#builds.delete(environment);
    const told: Told = { diagnostics: [], lines: [] };
    if (!build || build.unwritten > 0) return told;
    for (const { folder, held, code } of build.written.values()) {
      if (held.length > 0) {
        await this.#tell(told, folder, async (how) => {
          const contracted = await this.#writeContract(folder, held[0]?.name ?? "");
          if (contracted.some(isError)) return { sealed: undefined, diagnostics: contracted };
          const outcome = await build.sealer.seal({ folder, held, code }, how(build.settings));
          return { ...outcome, diagnostics: [...contracted, ...outcome.diagnostics] };
        });
        continue;
      }
      // A build for servers writes into the folder of the one for pages, too: it copies its files there, and changes the manifest.
      const pages = this.#config.environments.client?.build.outDir;
      for (const other of new Set([folder, ...(pages ? [resolve(this.root, pages)] : [])])) {
        for (const manifest of this.#sealedIn(other)) {
          await this.#tell(told, other, async (how) => {
            const { settings, diagnostics } = await this.#settings.read(this.root, other, this.#options);
            if (diagnostics.some(isError)) return { sealed: undefined, diagnostics };
            return build.sealer.sealAgain(other, manifest, { ...how(settings), algorithm: algorithmOf(manifest) });
          });
        }
      }
    }
    return told;
  }

  /** Adds what sealing a folder comes to. Nothing is sealed after an error. */
  async #tell(
    told: Told,
    folder: string,
    run: (how: (settings: FolderSettings) => Sealing) => Promise<Outcome>,
  ): Promise<void> {
    if (told.diagnostics.some(isError)) return;
    const start = performance.now();
    const { algorithm = "sha384", entries = "object", release, sign } = this.#options;
    const { sealed, diagnostics } = await run(({ include = [], exclude = [] }) => ({
      filter: { include, exclude },
      algorithm,
      seal: { entries, release: releaseOf(release, process.env) },
      sign: sign || undefined,
      context: this.root,
      foreign: this.#outputsInside(folder),
      isPublic: (name) => this.#isPublic(folder, name),
    }));
    told.diagnostics.push(...diagnostics);
    if (sealed) told.lines.push(this.#line(folder, sealed, start));
  }

  /** The manifests in a folder that were sealed before. */
  #sealedIn(folder: string): SealedBefore[] {
    const names = this.#federations.map(manifestOf).filter((name) => name !== undefined);
    return [...new Set(names)].flatMap((name): SealedBefore[] => {
      if (!existsSync(join(folder, name))) return [];
      const bytes = readFileSync(join(folder, name));
      const integrity = integrityOf(bytes);
      return integrity ? [{ name, bytes, integrity }] : [];
    });
  }

  #isPublic(folder: string, name: string): boolean {
    const { publicDir, build } = this.#config;
    const source = join(publicDir, name);
    if (!publicDir || !build.copyPublicDir || !existsSync(source)) return false;
    return readFileSync(source).equals(readFileSync(join(folder, name)));
  }

  /** The output folders of other environments that are inside of `folder`: they are outputs of their own. */
  #outputsInside(folder: string): string[] {
    const outputs = Object.values(this.#config.environments).map(({ build }) => resolve(this.root, build.outDir));
    return outputs.map((one) => relativeTo(folder, one)).filter((one) => one !== "." && !one.startsWith(".."));
  }

  /** Vite names files from the project's folder. */
  #line(folder: string, sealed: SealedFiles, start: number): string {
    const manifests = sealed.manifests.map((name) => relativeTo(this.root, join(folder, name)));
    return lineOf({ ...sealed, manifests }, performance.now() - start);
  }

  async #writeContract(folder: string, manifest: string): Promise<Diagnostic[]> {
    if (!this.#contract) return [];
    const contract = await this.#contract;
    const { bytes, diagnostics } = await contract.finish();
    if (!this.#config.build.watch) await contract.close();
    if (!bytes) return diagnostics;
    const { CONTRACT_FILE } = await import("../contract/contract.js");
    const failed = writeFile(join(folder, posix.dirname(manifest), CONTRACT_FILE), bytes);
    return failed ? [...diagnostics, failed] : diagnostics;
  }
}

/** The closure of a manifest; undefined where it is not sealed. Of one that is no JSON it is empty: sealing says what is wrong. */
function integrityOf(manifest: Buffer): Map<string, string> | undefined {
  try {
    const { integrity } = JSON.parse(manifest.toString()) as { integrity?: Record<string, string> };
    return integrity && new Map(Object.entries(integrity));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return new Map();
    throw error;
  }
}

/** What was sealed with one algorithm is compared with it. */
function algorithmOf({ integrity }: SealedBefore): Algorithm {
  const [first = ""] = integrity.values();
  return (["sha256", "sha512"] as const).find((one) => first.startsWith(`${one}-`)) ?? "sha384";
}
