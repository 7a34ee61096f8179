import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Contract, Profile } from "../../contract/contract.js";
import type { Found } from "../../contract/contract-at.js";
import { type Matrix, readMatrix } from "../../contract/deploy/matrix.js";
import { type ExtractSetting, extract, inFolder } from "../../contract/extract/extract.js";
import { UnreadableContract, unreadable } from "../../contract/format.js";
import { diagnostic } from "../../diagnostics.js";
import { readStats } from "./stats.js";
import { wrongCall } from "./wrong-call.js";

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
