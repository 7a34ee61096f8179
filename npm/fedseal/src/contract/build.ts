import type { Diagnostic } from "@fedseal/binding";
import { diagnostic, panic } from "../diagnostics.js";
import type { Compiler } from "../plugin/bundler.js";
import { federationPlugins } from "../plugin/find-federation-plugins.js";
import type { ContractOptions } from "../plugin/options.js";
import { writeContract } from "./contract.js";
import { type Extraction, extract } from "./extract/extract.js";

/** What a build gets of its contract. */
export interface BuiltContract {
  /** The bytes of the contract; undefined where there is an error among the diagnostics. */
  bytes: Buffer | undefined;
  diagnostics: Diagnostic[];
  /** Absolute paths: a change of one of them changes the contract, although no bundle may have it. */
  sources: string[];
}

/** The contract of one compiler's remote, extracted beside the build. */
export class ContractBuild {
  readonly #compiler: Compiler;
  readonly #options: ContractOptions;
  #running: Promise<BuiltContract> | undefined;
  #last: { extraction: Extraction; built: BuiltContract } | undefined;

  constructor(compiler: Compiler, options: ContractOptions) {
    this.#compiler = compiler;
    this.#options = options;
  }

  /** Starts to extract; the bundler goes on meanwhile. */
  start(): void {
    const { modifiedFiles } = this.#compiler;
    if (this.#last && modifiedFiles && !this.#touches(this.#last.extraction, modifiedFiles)) {
      this.#running = Promise.resolve(this.#last.built);
      return;
    }
    this.#running = this.#extract().catch(
      (thrown): BuiltContract => ({ bytes: undefined, diagnostics: [panic(thrown)], sources: [] }),
    );
  }

  /** What was started. */
  async finish(): Promise<BuiltContract> {
    if (!this.#running) throw new Error("the contract was not started");
    return this.#running;
  }

  async #extract(): Promise<BuiltContract> {
    const { context, resolve } = this.#compiler.options as { context?: string; resolve?: { alias?: unknown } };
    const root = context ?? process.cwd();
    const remotes = federationPlugins(this.#compiler).filter(({ options }) => exposesOf(options.exposes).length > 0);
    const [remote] = remotes;
    const problem = this.#problem(remotes.map(({ options }) => options));
    if (problem !== undefined || !remote) {
      const message =
        problem ?? "`contract` is set, but no ModuleFederationPlugin of this configuration exposes anything";
      return { bytes: undefined, diagnostics: [diagnostic("options/invalid", message)], sources: [] };
    }
    const { profile = "standard", version, tsconfig } = this.#options;
    const extraction = await extract({
      root,
      remote: String(remote.options.name),
      version,
      profile,
      tsconfig,
      alias: resolve?.alias,
      exposes: exposesOf(remote.options.exposes),
    });
    const { contract, diagnostics, sources } = extraction;
    const built = { bytes: contract && Buffer.from(writeContract(contract)), diagnostics, sources };
    this.#last = contract ? { extraction, built } : undefined;
    return built;
  }

  #problem(remotes: readonly Record<string, unknown>[]): string | undefined {
    if (remotes.length > 1)
      return "`contract` is set, and several ModuleFederationPlugins of this configuration expose modules";
    const [options] = remotes;
    if (options && typeof options.name !== "string") return "the ModuleFederationPlugin has no `name`";
    return undefined;
  }

  /** Whether the contract may be another one. What TypeScript infers can depend on any code. */
  #touches({ contract, sources }: Extraction, modified: ReadonlySet<string>): boolean {
    const inferred =
      Object.values(contract?.exposes ?? {}).some((one) => one.way === "tsc") || contract?.typescript !== undefined;
    const known = new Set(sources);
    return [...modified].some(
      (file) =>
        known.has(file) ||
        /(package|tsconfig[^/\\]*)\.json$/.test(file) ||
        (inferred && /\.([cm]?[jt]s|[jt]sx|json)$/.test(file)),
    );
  }
}

/** `exposes` of Module Federation, in all its forms. */
export function exposesOf(option: unknown): { key: string; source: string }[] {
  const found: { key: string; source: string }[] = [];
  for (const item of Array.isArray(option) ? option : [option]) {
    if (typeof item === "string") found.push({ key: keyOf(item), source: item });
    if (typeof item !== "object" || item === null) continue;
    for (const [key, value] of Object.entries(item)) {
      const source = sourceOf(value);
      if (source !== undefined) found.push({ key: keyOf(key), source });
    }
  }
  return found;
}

function keyOf(name: string): string {
  return name.startsWith(".") ? name : `./${name}`;
}

/** Of several modules the last one is exposed; those before are run only. */
function sourceOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return sourceOf(value.at(-1));
  if (typeof value === "object" && value !== null) return sourceOf((value as { import?: unknown }).import);
  return undefined;
}
