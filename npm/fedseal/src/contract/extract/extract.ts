import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { type ContractModule, type Diagnostic, type Extracted, extractContract } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import { CONTRACT_VERSION, type Contract, type Profile } from "../contract.js";
import { type Compiler, type EmitSetting, emitDeclarations, findCompiler } from "./tsc.js";

/** What a contract is extracted from. */
export interface ExtractSetting {
  /** Absolute folder of the remote's project. */
  root: string;
  /** Name of the remote. */
  remote: string;
  /** Version of the remote; that of the project's package.json when left out. */
  version?: string | undefined;
  profile: Profile;
  /** Expose → source, relative to the root or absolute. */
  exposes: readonly { key: string; source: string }[];
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
  /** Stub → absolute path of the source that it was made of. */
  sourceOf: ReadonlyMap<string, string>;
}

/** Extracts what a remote promises. */
export async function extract(setting: ExtractSetting): Promise<Extraction> {
  const root = realpathSync(setting.root);
  const tsconfig = tsconfigOf(root, setting.tsconfig);
  const request = {
    root,
    exposes: setting.exposes.map(({ key, source }) => ({ key, source })),
    ...(tsconfig !== undefined && { tsconfig }),
  };
  const first = await extractContract({ ...request, onlyTsc: setting.onlyTsc === true });
  let extracted: Extracted = first;
  const diagnostics: Diagnostic[] = [];
  let typescript: string | undefined;
  const read: string[] = [];
  const failed = first.diagnostics.some((one) => one.severity === "error");
  if (first.pending.length > 0 && !failed) {
    const compiler = findCompiler(root) ?? setting.fallback;
    if (!compiler) {
      const all = [...first.diagnostics, ...missing(first)];
      return { contract: undefined, diagnostics: all, sources: [], sourceOf: new Map() };
    }
    typescript = compiler.version;
    const emitted = await emitDeclarations(
      compiler,
      root,
      tsconfig,
      first.pending.map((one) => one.file),
      emitSetting(setting),
    );
    read.push(...emitted.read.filter((file) => !file.includes("/node_modules/")));
    try {
      diagnostics.push(...emitted.diagnostics);
      if (!diagnostics.some((one) => one.severity === "error")) {
        const { dir, base } = emitted;
        extracted = await extractContract({ ...request, emitted: { dir, base }, onlyTsc: setting.onlyTsc === true });
      }
    } finally {
      await emitted.remove();
    }
  }
  diagnostics.push(...extracted.diagnostics, ...extracted.modules.flatMap(anysOf));
  const sources = [
    ...new Set([
      ...extracted.modules.map((one) => resolve(root, one.id)),
      ...read.map((file) => resolve(file)),
      ...(tsconfig === undefined ? [] : [tsconfig]),
    ]),
  ];
  const sourceOf = new Map(extracted.modules.map((one) => [one.stub, resolve(root, one.id)]));
  if (diagnostics.some((one) => one.severity === "error")) {
    return { contract: undefined, diagnostics, sources, sourceOf };
  }
  const version = setting.version ?? versionOf(root);
  if (version === undefined) {
    const message = "the project's package.json has no version, and none was given";
    return {
      contract: undefined,
      diagnostics: [...diagnostics, diagnostic("contract/version-missing", message)],
      sources,
      sourceOf,
    };
  }
  return { contract: assemble(setting, version, typescript, extracted), diagnostics, sources, sourceOf };
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

function tsconfigOf(root: string, given: string | undefined): string | undefined {
  if (given !== undefined) return resolve(root, given);
  const usual = join(root, "tsconfig.json");
  return existsSync(usual) ? usual : undefined;
}

/** The version in the nearest package.json that has one. */
function versionOf(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const path = join(folder, "package.json");
    if (existsSync(path)) {
      const { version } = JSON.parse(readFileSync(path, "utf8")) as { version?: unknown };
      return typeof version === "string" ? version : undefined;
    }
    if (folder === dirname(folder)) return undefined;
  }
}

function ownVersion(): string {
  return (createRequire(import.meta.url)("../../../package.json") as { version: string }).version;
}
