import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import { CONTRACT_FILE, type Contract, type Profile, readContract } from "../../contract/contract.js";
import { type Matrix, readMatrix } from "../../contract/deploy/matrix.js";
import { type ExtractSetting, extract, inFolder } from "../../contract/extract/extract.js";
import { UnreadableContract, unreadable } from "../../contract/format.js";
import { diagnostic } from "../../diagnostics.js";
import { relativeTo } from "../../locations.js";
import { statsAt } from "../../stats.js";
import { wrongCall } from "./options.js";
import { readStats } from "./stats.js";

/** How a command is told where a remote's contract comes from. */
export interface SourceOptions {
  root: string;
  remote?: string;
  remoteVersion?: string;
  expose: { key: string; source: string }[];
  stats?: string;
  tsconfig?: string;
  profile: Profile;
}

export type Found<T> = { value: T; diagnostics: Diagnostic[] } | { value?: undefined; diagnostics: Diagnostic[] };

/** Absolute path of a contract: the file itself, or the one in an output folder. */
export function contractPath(given: string): string {
  const path = resolve(given);
  return existsSync(path) && statSync(path).isDirectory() ? join(path, CONTRACT_FILE) : path;
}

/** The contract in a file, or beside the manifest in an output folder. */
export function contractAt(given: string): Found<Contract> {
  const file = contractPath(given);
  // A pipe is read where the call names it, and nowhere else.
  if (file === resolve(given) ? !existsSync(file) : !statsAt(file)?.isFile()) {
    const help = `Build the remote with \`new FedsealPlugin({ contract: true })\`, or make one with \`fedseal contract extract\`.`;
    return {
      diagnostics: [diagnostic("contract/unreadable", `there is no contract at ${given}`, { file: given }, help)],
    };
  }
  try {
    return { value: readContract(readFileSync(file, "utf8")), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof UnreadableContract)) throw error;
    return { diagnostics: [unreadable(error, relativeTo(process.cwd(), file))] };
  }
}

/** The matrix in a file. */
export function matrixAt(given: string): Found<Matrix> {
  try {
    return { value: readMatrix(resolve(given)), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof UnreadableContract)) throw error;
    return { diagnostics: [unreadable(error, given)] };
  }
}

/** What to extract: named one by one, or by Module Federation's statistics of a build. */
export function settingOf(options: SourceOptions): Found<ExtractSetting> {
  const { stats, remoteVersion, tsconfig, profile } = options;
  const root = resolve(options.root);
  let remote = options.remote;
  let exposes = options.expose;
  if (stats !== undefined) {
    const path = resolve(stats);
    if (!existsSync(path)) {
      return { diagnostics: [diagnostic("file/unreadable", `${stats} does not exist`, { file: stats })] };
    }
    const read = readStats(path, root);
    if (typeof read === "string") {
      return { diagnostics: [diagnostic("contract/unreadable", `${stats}: ${read}`, { file: stats })] };
    }
    remote ??= read.name;
    const given = new Map(exposes.map(({ key, source }) => [key, source]));
    const all = new Map([...read.exposes].map(([key, source]) => [key, given.get(key) ?? source]));
    const unknown = [...all].flatMap(([key, source]) => (source === undefined ? [key] : []));
    if (unknown.length > 0) {
      const message = `${stats} does not say which source ${unknown.join(", ")} ${unknown.length === 1 ? "is" : "are"}`;
      const help = `Add the sources as the federation plugin has them: ${unknown.map((key) => `\`--expose ${key}=src/…\``).join(" ")}.`;
      return { diagnostics: [diagnostic("contract/unreadable", message, { file: stats }, help)] };
    }
    const known = [...all].flatMap(([key, source]) => (source === undefined ? [] : [{ key, source }]));
    exposes = [...known, ...exposes.filter(({ key }) => !all.has(key))];
  }
  if (exposes.length === 0) {
    const help = "Name them: `--expose ./Button=src/Button.tsx`, or `--stats dist/mf-stats.json`.";
    return { diagnostics: [wrongCall("extract", "no exposes were given", undefined, help)] };
  }
  if (remote === undefined) {
    const help = "Name it: `--remote shop`.";
    return { diagnostics: [wrongCall("extract", "no name of the remote was given", undefined, help)] };
  }
  return { value: { root, remote, version: remoteVersion, exposes, tsconfig, profile }, diagnostics: [] };
}

/** Extracts as the options say. Locations are relative to the current folder. */
export async function extracted(options: SourceOptions, onlyTsc = false): Promise<Found<Contract>> {
  const setting = settingOf(options);
  if (!setting.value) return { diagnostics: setting.diagnostics };
  const { contract, ids, ...found } = await extract({ ...setting.value, onlyTsc });
  const diagnostics = inFolder(found.diagnostics, options.root, ids);
  return contract ? { value: contract, diagnostics } : { diagnostics };
}
