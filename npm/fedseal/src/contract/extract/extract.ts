import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve, sep } from "node:path";
import { type ContractModule, type Diagnostic, type Extracted, extractContract } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import { fromFolder, relativeTo } from "../../locations.js";
import { CONTRACT_VERSION, type Contract, type Profile } from "../contract.js";
import { remoteProblem, versionProblem } from "../names.js";
import { contractPackages } from "../package/installed.js";
import { aliasesOf } from "./alias.js";
import { ambientFiles, libraryFolders } from "./ambient.js";
import { type Compiler, type EmitSetting, emitDeclarations, findCompiler } from "./tsc.js";
import { readTsconfig, tsconfigPath } from "./tsconfig.js";

/** What a contract is extracted from. */
export interface ExtractSetting {
  /** Absolute folder of the remote's project. */
  root: string;
  /** Name of the remote. */
  remote: string;
  /** Version of the remote; that of the project's package.json when left out. */
  version?: string | undefined;
  profile: Profile;
  /** Expose → source as the bundler is given it: relative to the root, absolute, an alias or a package. */
  exposes: readonly { key: string; source: string }[];
  /** `resolve.alias` of the bundler's configuration, as it is there. */
  alias?: unknown;
  /** The project's tsconfig; `tsconfig.json` of the root when left out. */
  tsconfig?: string | undefined;
  /** TypeScript for a project that has none; without it such a project fails. */
  fallback?: Compiler;
  /** Let TypeScript declare every module, to compare with. */
  onlyTsc?: boolean;
  /** Takes from earlier builds what TypeScript would infer; told in `log`. */
  cache?: { log(message: string): void } | undefined;
  /** Ends the extraction, which then throws `Cancelled`. */
  signal?: AbortSignal | undefined;
}

/** A contract, unless there is an error among the diagnostics. */
export interface Extraction {
  contract: Contract | undefined;
  diagnostics: Diagnostic[];
  /** Sources that the contract depends on, absolute; those that TypeScript read for it, too, but not those of packages. */
  sources: string[];
  /** Stub → absolute path of the source that it was made of; an expose that is a package has none. */
  sourceOf: ReadonlyMap<string, string>;
  /** Absolute path of a source → what it is called in messages and in the contract. */
  ids: ReadonlyMap<string, string>;
}

/** Extracts what a remote promises. */
export async function extract(setting: ExtractSetting): Promise<Extraction> {
  const root = realpathSync(setting.root);
  const unnamed = remoteProblem(setting.remote);
  if (unnamed !== undefined) {
    const help = "Correct `name` of the ModuleFederationPlugin, or `--remote` of the command.";
    const problem = diagnostic("options/invalid", `the remote cannot be called ${unnamed}`, undefined, help);
    return { contract: undefined, diagnostics: [problem], sources: [], sourceOf: new Map(), ids: new Map() };
  }
  const path = tsconfigPath(root, setting.tsconfig);
  const settings = readTsconfig(path);
  const tsconfig = typeof settings === "string" ? undefined : settings;
  const { customConditions, stripInternal } = tsconfig?.config.compilerOptions ?? {};
  const ambient = ambientFiles(root, tsconfig);
  const packages = contractPackages(root);
  const request = {
    root,
    exposes: setting.exposes.map(({ key, source }) => ({ key, source })),
    alias: aliasesOf(setting.alias),
    ...(path !== undefined && { tsconfig: path }),
    conditions: customConditions ?? [],
    stripInternal: stripInternal === true,
    ambient,
    remote: setting.remote,
    contractPackages: packages,
    libraries: ambient.length > 0 ? libraryFolders(root, tsconfig, ambient) : [],
  };
  const first = await extractContract({ ...request, onlyTsc: setting.onlyTsc === true });
  let extracted: Extracted = first;
  const diagnostics: Diagnostic[] = [];
  let typescript: string | undefined;
  const read: string[] = [];
  const failed = first.diagnostics.some((one) => one.severity === "error");
  const declared = new Map([...first.pending, ...first.linked].map((one) => [one.file, one.id]));
  const ids = new Map(first.outside.map((one) => [one.file, one.id]));
  const nothing = { contract: undefined, sources: [], sourceOf: new Map(), ids };
  if (typeof settings === "string" && !failed) {
    const help = "Correct the tsconfig, or name another one.";
    const problem = diagnostic(
      "options/invalid",
      `the project's tsconfig cannot be used: ${settings}`,
      undefined,
      help,
    );
    return { ...nothing, diagnostics: [...first.diagnostics, problem] };
  }
  if (first.pending.length > 0 && !failed) {
    const compiler = findCompiler(root) ?? setting.fallback;
    if (!compiler) return { ...nothing, diagnostics: [...first.diagnostics, ...missing(first)] };
    typescript = compiler.version;
    // Where the project says that it uses a contract package may be any of its sources, which the compiler is not given.
    const used = packages.filter((dir) => first.outside.some(({ file }) => file.startsWith(`${dir}${sep}`)));
    const more = used.map((dir) => join(dir, "ambient.d.ts"));
    const emitted = await emitDeclarations(compiler, root, tsconfig, declared, more, emitSetting(setting));
    read.push(...emitted.read.filter((file) => !file.includes("/node_modules/")));
    // What cannot be declared of a package of the workspace matters where the contract has it.
    const linked = new Set(first.linked.map((one) => one.id));
    const isAside = ({ location }: Diagnostic) => location !== undefined && linked.has(location.file);
    try {
      diagnostics.push(...emitted.diagnostics.filter((one) => !isAside(one)));
      if (!diagnostics.some((one) => one.severity === "error")) {
        const { dir, base } = emitted;
        extracted = await extractContract({ ...request, emitted: { dir, base }, onlyTsc: setting.onlyTsc === true });
        const missed = new Set(extracted.diagnostics.map((one) => one.location?.file));
        diagnostics.push(...emitted.diagnostics.filter((one) => isAside(one) && missed.has(one.location?.file)));
      }
    } finally {
      await emitted.remove();
    }
  }
  diagnostics.push(...extracted.diagnostics, ...extracted.modules.flatMap(anysOf));
  for (const { file, id } of [...extracted.modules, ...extracted.outside]) if (file !== undefined) ids.set(file, id);
  const sourceOf = new Map(
    extracted.modules.flatMap(({ file, stub }) => (file === undefined ? [] : [[stub, file] as const])),
  );
  const sources = [
    ...new Set([
      ...sourceOf.values(),
      ...ambient,
      ...read.map((file) => resolve(file)),
      ...(path === undefined ? [] : [path]),
    ]),
  ];
  const found = { contract: undefined, diagnostics, sources, sourceOf, ids };
  if (diagnostics.some((one) => one.severity === "error")) return found;
  const { version, file } =
    setting.version === undefined ? versionOf(root) : { version: setting.version, file: undefined };
  const problem = version === undefined ? undefined : versionProblem(version);
  if (version === undefined || problem !== undefined) {
    const message =
      version === undefined
        ? "the project's package.json has no version, and none was given"
        : `the version of ${setting.remote} is ${problem}`;
    const location = file === undefined ? undefined : { file };
    return { ...found, diagnostics: [...diagnostics, diagnostic("contract/version-missing", message, location)] };
  }
  return { ...found, contract: assemble(setting, version, typescript, extracted) };
}

/** What an extraction found, with locations relative to the current folder in place of what sources are called. */
export function inFolder(found: readonly Diagnostic[], root: string, ids: Extraction["ids"]): Diagnostic[] {
  const files = new Map([...ids].map(([file, id]) => [id, file]));
  return found.map((one) => {
    const file = one.location && files.get(one.location.file);
    return fromFolder(one.location && file !== undefined ? { ...one, location: { ...one.location, file } } : one, root);
  });
}

function emitSetting({ cache, signal }: ExtractSetting): EmitSetting {
  return { signal, cache: cache && { producer: `fedseal ${ownVersion()}`, log: (message) => cache.log(message) } };
}

function assemble(
  { remote, profile }: ExtractSetting,
  version: string,
  typescript: string | undefined,
  { modules, exposes, externals }: Extracted,
): Contract {
  return {
    contractVersion: CONTRACT_VERSION,
    remote,
    version,
    profile,
    extractor: `fedseal ${ownVersion()}`,
    ...(typescript !== undefined && { typescript }),
    exposes: Object.fromEntries(exposes.map(({ key, ...expose }) => [key, expose])),
    externals: Object.fromEntries(externals.map(({ name, range }) => [name, range])),
    files: Object.fromEntries(modules.map((one) => [one.stub, one.text])),
  };
}

function missing({ pending }: Extracted): Diagnostic[] {
  const help = "Install `typescript` (5.6 or later) in the project, or add the type annotation at the place shown.";
  return pending.map(({ id, reason, line, column }) => {
    const message = `this project has no TypeScript to infer a type: ${reason}`;
    return diagnostic("contract/not-extracted", message, { file: id, line, column }, help);
  });
}

function anysOf({ stub, id, anys }: ContractModule): Diagnostic[] {
  const names = new Map<string, number>();
  for (const { name } of anys) names.set(name, (names.get(name) ?? 0) + 1);
  return [...names].map(([name, times]) => {
    const message = `the type of \`${name}\` contains \`any\`${times === 1 ? "" : ` ${times} times`} (stub ${stub})`;
    return diagnostic("contract/any-in-stub", message, { file: id });
  });
}

/** The version in the nearest package.json, and that file relative to the root. */
function versionOf(root: string): { version: string | undefined; file: string | undefined } {
  for (let folder = root; ; folder = dirname(folder)) {
    const path = join(folder, "package.json");
    if (existsSync(path)) {
      const { version } = JSON.parse(readFileSync(path, "utf8")) as { version?: unknown };
      return { version: typeof version === "string" ? version : undefined, file: relativeTo(root, path) };
    }
    if (folder === dirname(folder)) return { version: undefined, file: undefined };
  }
}

function ownVersion(): string {
  return (createRequire(import.meta.url)("../../../package.json") as { version: string }).version;
}
