import { existsSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { getTsconfig, type TsConfigJsonResolved } from "get-tsconfig";

/** A project's tsconfig, with what it extends. */
export interface Tsconfig {
  /** Absolute path. */
  path: string;
  config: TsConfigJsonResolved;
}

/** The tsconfig that counts for a folder: the one that is named, or its `tsconfig.json`, where there is one. */
export function tsconfigPath(root: string, given: string | undefined): string | undefined {
  if (given !== undefined) return resolve(root, given);
  const usual = join(root, "tsconfig.json");
  return existsSync(usual) ? usual : undefined;
}

/** Reads a tsconfig; a text says why it cannot be used. */
export function readTsconfig(path: string | undefined): Tsconfig | string | undefined {
  if (path === undefined) return undefined;
  try {
    return getTsconfig(dirname(path), basename(path)) ?? undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message.replaceAll(`${dirname(path)}${sep}`, "");
  }
}
