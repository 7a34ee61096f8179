import type { Diagnostic } from "@fedseal/binding";
import { diagnostic, panic } from "../diagnostics.js";
import type { Exposing } from "../plugin/find-exposes.js";
import type { ContractOptions } from "../plugin/options.js";
import { writeContract } from "./contract.js";
import { Cancelled } from "./extract/cancelled.js";
import { type ExtractSetting, extract } from "./extract/extract.js";

/** What a build gets of its contract. */
export interface BuiltContract {
  /** The bytes of the contract; undefined where there is none to be emitted. */
  bytes: Buffer | undefined;
  diagnostics: Diagnostic[];
  /** Absolute paths: a change of one of them changes the contract, although no bundle may have it. */
  sources: string[];
}

/** What one extraction found. */
interface Result extends BuiltContract {
  /** Whether TypeScript inferred something: that can depend on any code. */
  inferred: boolean;
}

/** The project that is built. */
export interface Project {
  /** Its folder, absolute. */
  context: string;
  /** The bundler's `resolve.alias`. */
  alias: unknown;
  /** Whether the build is repeated when files change. */
  isWatching: boolean;
}

/** One extraction. */
interface Run {
  /** What it is for, as JSON. */
  remotes: string;
  controller: AbortController;
  done: Promise<void>;
}

/** The contract of one remote, extracted beside its build. */
export class ContractBuild {
  readonly #project: () => Project;
  readonly #options: ContractOptions;
  readonly #log: (message: string) => void;
  readonly #onFinished: () => void;
  #run: Run | undefined;
  /** What the newest extraction found. */
  #result: Result | undefined;
  /** The newest contract there was. */
  #bytes: Buffer | undefined;
  /** What the last build was given. */
  #given: BuiltContract | undefined;

  /** `finished` is called after each extraction. */
  constructor(
    project: () => Project,
    options: ContractOptions,
    log: (message: string) => void,
    finished: () => void = () => {},
  ) {
    this.#project = project;
    this.#options = options;
    this.#log = log;
    this.#onFinished = finished;
  }

  /** A build begins. `modified`: the files that changed since the last one; undefined if nobody knows. */
  begin(remotes: readonly Exposing[], modified: ReadonlySet<string> | undefined): void {
    if (this.#run && modified && !this.#touches(modified)) return;
    this.#forget();
    // A preset may apply Module Federation; then the modules say what is exposed.
    if (remotes.length > 0) this.#start(remotes);
  }

  /** What the build exposes. The bundler goes on meanwhile. */
  expose(remotes: readonly Exposing[]): void {
    if (this.#run?.remotes !== JSON.stringify(remotes)) this.#start(remotes);
  }

  #start(remotes: readonly Exposing[]): void {
    const [remote] = remotes;
    const problem = problemOf(remotes);
    this.#forget();
    const controller = new AbortController();
    const work =
      problem !== undefined || !remote
        ? Promise.resolve(failed(diagnostic("options/invalid", problem ?? NOTHING)))
        : this.#extract(remote, controller.signal);
    const done = work.then((result) => this.#finished(run, result));
    const run: Run = { remotes: JSON.stringify(remotes), controller, done };
    this.#run = run;
  }

  #forget(): void {
    this.#run?.controller.abort();
    this.#run = undefined;
  }

  /**
   * What was started. While watching, only the first build waits for it; the others get what there is, and the next one
   * gets the rest.
   */
  async finish(): Promise<BuiltContract> {
    if (!this.#run) throw new Error("the contract was not started");
    if (!this.#project().isWatching || !this.#given) {
      // What is known of the remote may change while the modules are built.
      for (let run: Run | undefined; run !== this.#run; await run?.done) run = this.#run;
    }
    this.#given = this.#state();
    return this.#given;
  }

  /** Whether there is something else than what the last build was given. */
  get isStale(): boolean {
    return this.#given !== undefined && !same(this.#given, this.#state());
  }

  /** Ends what is running. */
  async close(): Promise<void> {
    const { done } = this.#run ?? {};
    this.#forget();
    this.#given = undefined;
    await done;
  }

  #finished(run: Run, result: Result | undefined): void {
    // Superseded.
    if (!result || run !== this.#run) return;
    this.#result = result;
    if (result.bytes) this.#bytes = result.bytes;
    this.#onFinished();
  }

  /** While watching, a contract that cannot be had keeps nothing from being sealed: the last one stays. */
  #state(): BuiltContract {
    const { bytes, diagnostics, sources } = this.#result ?? { bytes: undefined, diagnostics: [], sources: [] };
    if (bytes || !this.#project().isWatching) return { bytes, diagnostics, sources };
    const until = this.#bytes
      ? "Until then, builds that are watched keep the last contract."
      : "Until then, builds that are watched have no contract.";
    const asWarning = (one: Diagnostic): Diagnostic =>
      one.rule.startsWith("contract/") ? { ...one, severity: "warning", help: `${one.help} ${until}` } : one;
    return { bytes: this.#bytes, diagnostics: diagnostics.map(asWarning), sources };
  }

  /** Undefined when it was superseded. */
  async #extract(remote: Exposing, signal: AbortSignal): Promise<Result | undefined> {
    try {
      const setting = this.#setting(remote, signal);
      const { contract, diagnostics, sources } = await extract(setting);
      if (signal.aborted) return undefined;
      return {
        bytes: contract && Buffer.from(writeContract(contract)),
        diagnostics,
        sources: contract ? sources : [...new Set([...sources, ...(this.#result?.sources ?? [])])],
        inferred: contract?.typescript !== undefined || !contract,
      };
    } catch (thrown) {
      return thrown instanceof Cancelled ? undefined : failed(panic(thrown));
    }
  }

  #setting({ name, exposes }: Exposing, signal: AbortSignal): ExtractSetting {
    const { context, alias } = this.#project();
    const { profile = "standard", version, tsconfig, cache = true } = this.#options;
    return {
      root: context,
      remote: String(name),
      version,
      profile,
      tsconfig,
      exposes,
      alias,
      cache: cache ? { log: this.#log } : undefined,
      signal,
    };
  }

  /** Whether the contract may be another one. */
  #touches(modified: ReadonlySet<string>): boolean {
    const { sources, inferred } = this.#result ?? { sources: [], inferred: true };
    const known = new Set(sources);
    return [...modified].some(
      (file) =>
        known.has(file) ||
        /(package|tsconfig[^/\\]*)\.json$/.test(file) ||
        (inferred && /\.([cm]?[jt]s|[jt]sx|json)$/.test(file)),
    );
  }
}

const NOTHING = "`contract` is set, but no ModuleFederationPlugin of this build exposes anything";

function problemOf(remotes: readonly Exposing[]): string | undefined {
  if (remotes.length > 1) return "`contract` is set, and several ModuleFederationPlugins of this build expose modules";
  const [remote] = remotes;
  if (remote && typeof remote.name !== "string") return "the ModuleFederationPlugin has no `name`";
  return undefined;
}

function failed(one: Diagnostic): Result {
  return { bytes: undefined, diagnostics: [one], sources: [], inferred: true };
}

function same(some: BuiltContract, others: BuiltContract): boolean {
  const bytes = some.bytes === others.bytes || (some.bytes && others.bytes?.equals(some.bytes));
  return Boolean(bytes) && JSON.stringify(some.diagnostics) === JSON.stringify(others.diagnostics);
}
