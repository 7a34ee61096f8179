import { existsSync, readFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import { type Diagnostic, Progress, sealFolder, writeFile } from "@fedseal/binding";
import type { ResolvedConfig } from "vite";
import type { FolderSettings } from "../config/folder-settings.js";
import type { ContractBuild } from "../contract/build.js";
import { diagnostic } from "../diagnostics.js";
import { relativeTo } from "../locations.js";
import { releaseOf } from "../plugin/options.js";
import { isError } from "../plugin/prepare.js";
import { renewCopies } from "../plugin/renew-copies.js";
import { lineOf, type SealedFiles } from "../plugin/sealed-files.js";
import { SettingsReader } from "../plugin/settings.js";
import { exposedBy, type Federation, manifestOf } from "./federation.js";
import type { FedsealViteOptions } from "./index.js";
import { filesBeside, type Held, OutputFolder, type Sealing, writeSignatures } from "./sealing.js";
import { sharingOf } from "./sharing.js";

/** What `generateBundle` gives, as far as it is used here. */
type Bundle = Record<string, { type: "chunk" } | { type: "asset"; source: string | Uint8Array }>;

/** The build of one environment, from `generateBundle` to `closeBundle`. */
interface Build {
  folder: string;
  settings: FolderSettings;
  held: Held[];
  code: string[];
  isWritten: boolean;
}

/** What is to be said of a sealed build. */
interface Told {
  diagnostics: Diagnostic[];
  /** The line for the log, if something was sealed. */
  line: string | undefined;
}

const GONE =
  "Let the federation plugin write it (`manifest: true`), and let no other plugin take it out of the bundle before `fedseal()` does.";

const NOTHING: Told = { diagnostics: [], line: undefined };

/** The builds of one configuration. */
export class Project {
  readonly root: string;
  readonly #config: ResolvedConfig;
  readonly #federations: readonly Federation[];
  readonly #options: FedsealViteOptions;
  readonly #settings = new SettingsReader();
  readonly #folders = new Map<string, OutputFolder>();
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
    this.#folder(environment).writing();
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
    const { settings, diagnostics } = await this.#settings.read(this.root, folder, this.#options);
    if (diagnostics.some(isError)) return diagnostics;
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
    this.#builds.set(environment, { folder, settings, held, code, isWritten: false });
    return diagnostics;
  }

  written(environment: string): void {
    const build = this.#builds.get(environment);
    if (build) build.isWritten = true;
  }

  /** When a build is closed: seals what it wrote. A build that failed wrote nothing that is sealed. */
  async seal(environment: string): Promise<Told> {
    const build = this.#builds.get(environment);
    this.#builds.delete(environment);
    if (!build?.isWritten) return NOTHING;
    return build.held.length > 0 ? this.#sealOwn(environment, build) : this.#sealAgain(build);
  }

  async #sealOwn(environment: string, { folder, settings, held, code }: Build): Promise<Told> {
    const start = performance.now();
    const contracted = await this.#writeContract(folder, held[0]?.name ?? "");
    if (contracted.some(isError)) return { diagnostics: contracted, line: undefined };
    const { include = [], exclude = [] } = settings;
    const { algorithm = "sha384", entries = "object", release, sign } = this.#options;
    const how: Sealing = {
      filter: { include, exclude },
      algorithm,
      seal: { entries, release: releaseOf(release, process.env) },
      sign: sign || undefined,
      context: this.root,
      foreign: this.#outputsInside(folder),
    };
    const { sealed, diagnostics } = await this.#folder(environment).seal(folder, held, code, how);
    const line = sealed && this.#line(folder, sealed, start);
    return { diagnostics: [...contracted, ...diagnostics], line };
  }

  /**
   * A build for servers writes into the folder of the one for pages, too: it copies its files there, and changes the manifest.
   */
  async #sealAgain({ folder }: Build): Promise<Told> {
    const pages = this.#config.environments.client?.build.outDir;
    const found: Told = { diagnostics: [], line: undefined };
    for (const other of new Set([folder, ...(pages ? [resolve(this.root, pages)] : [])])) {
      for (const name of new Set(this.#federations.map(manifestOf))) {
        if (name === undefined || !existsSync(join(other, name))) continue;
        const start = performance.now();
        const { settings, diagnostics: wrong } = await this.#settings.read(this.root, other, this.#options);
        const { algorithm, entries, release } = this.#options;
        const how = { ...(algorithm && { algorithm }), ...(entries && { entries }) };
        const foreign = this.#outputsInside(other).map((one) => `${one.replaceAll(/[?*[\]]/g, "[$&]")}/**`);
        const exclude = [...(settings.exclude ?? []), ...foreign];
        const options = { ...settings, ...how, exclude, manifest: name, release: releaseOf(release, process.env) };
        const sealed = await sealFolder(other, options, new Progress());
        found.diagnostics.push(...wrong, ...sealed.diagnostics);
        if (found.diagnostics.some(isError)) return found;
        found.diagnostics.push(...(await this.#finish(other, name)));
        found.line = this.#line(other, { ...sealed, manifests: [name] }, start);
      }
    }
    return found;
  }

  /** What is made of a manifest that was sealed again. */
  async #finish(folder: string, name: string): Promise<Diagnostic[]> {
    const { sign } = this.#options;
    const manifest = { name, bytes: readFileSync(join(folder, name)) };
    const signed = sign ? await writeSignatures(folder, [manifest], sign, this.root) : [];
    return [...signed, ...(await renewCopies(folder, name, filesBeside(folder, name)))];
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

  #folder(environment: string): OutputFolder {
    const known = this.#folders.get(environment) ?? new OutputFolder();
    this.#folders.set(environment, known);
    return known;
  }
}
