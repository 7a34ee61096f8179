import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import {
  CONTRACT_FILE,
  type Contract,
  type Profile,
  readContract,
  UnreadableContract,
} from "../../contract/contract.js";
import { type ExtractSetting, extract } from "../../contract/extract/extract.js";
import { diagnostic } from "../../diagnostics.js";
import { fromFolder } from "../../locations.js";

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
  if (!existsSync(file)) {
    const help = `Build the remote with \`new FedsealPlugin({ contract: true })\`, or make one with \`fedseal contract extract\`.`;
    return {
      diagnostics: [diagnostic("contract/unreadable", `there is no contract at ${given}`, { file: given }, help)],
    };
  }
  try {
    return { value: readContract(readFileSync(file, "utf8")), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof UnreadableContract)) throw error;
    return { diagnostics: [diagnostic("contract/unreadable", `${given}: ${error.message}`, { file: given })] };
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
    const read = readStats(readFileSync(path, "utf8"));
    if (typeof read === "string") {
      return { diagnostics: [diagnostic("contract/unreadable", `${stats}: ${read}`, { file: stats })] };
    }
    remote ??= read.name;
    if (exposes.length === 0) exposes = read.exposes;
  }
  if (exposes.length === 0) {
    const help = "Name them: `--expose ./Button=src/Button.tsx`, or `--stats dist/mf-stats.json`.";
    return { diagnostics: [diagnostic("options/invalid", "no exposes were given", undefined, help)] };
  }
  if (remote === undefined) {
    const help = "Name it: `--remote shop`.";
    return { diagnostics: [diagnostic("options/invalid", "no name of the remote was given", undefined, help)] };
  }
  return { value: { root, remote, version: remoteVersion, exposes, tsconfig, profile }, diagnostics: [] };
}

interface Stats {
  name: string;
  exposes: { key: string; source: string }[];
}

/** Name and exposes out of `mf-stats.json`; a text says what is wrong. */
function readStats(text: string): Stats | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return `it is not JSON (${error.message})`;
  }
  const { name, exposes } = (value ?? {}) as { name?: unknown; exposes?: unknown };
  if (typeof name !== "string" || !Array.isArray(exposes)) return "it has no `name` and `exposes`";
  const read: Stats["exposes"] = [];
  for (const one of exposes as { path?: unknown; file?: unknown }[]) {
    if (typeof one?.path !== "string" || typeof one.file !== "string") {
      return "an expose has no `path` and `file`; name the exposes with `--expose`";
    }
    // Rspack's plugin names the style sheet of that name at times, and the module at others: the name is what counts.
    read.push({ key: one.path, source: one.file.replace(/\.(css|scss|sass|less|styl)$/, "") });
  }
  return { name, exposes: read };
}

/** Extracts as the options say. Locations are relative to the current folder. */
export async function extracted(options: SourceOptions, onlyTsc = false): Promise<Found<Contract>> {
  const setting = settingOf(options);
  if (!setting.value) return { diagnostics: setting.diagnostics };
  const extraction = await extract({ ...setting.value, onlyTsc });
  const diagnostics = extraction.diagnostics.map((one) => fromFolder(one, options.root));
  const { contract } = extraction;
  return contract ? { value: contract, diagnostics } : { diagnostics };
}
