import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import { fromFolder } from "../../locations.js";
import { PACKAGE } from "../names.js";
import { type PackageRead, readPackage } from "./disk.js";
import type { ContractPackage } from "./generate.js";
import { folderAt, installed } from "./installed.js";
import { LOCK } from "./lock.js";

/**
 * A contract package that has to be there: by its path, by its name, or the one that is installed. Locations are relative
 * to the current folder, here and below.
 */
export function existingPackage(given: string | undefined, name = PACKAGE): Existing {
  const isPath = given !== undefined && (/^\.|(^|[/\\])node_modules[/\\]/.test(given) || existsSync(resolve(given)));
  if (isPath) return packageAt(given);
  const dir = installed(given ?? name, process.cwd());
  if (dir !== undefined && existsSync(join(dir, LOCK))) return existing(dir, readPackage(dir));
  return missing(`no contract package called ${given ?? name} is installed here or further up`);
}

/** Whether there is a contract package: by its path, by its name, or the one that is installed. */
export function hasPackage(given: string | undefined): boolean {
  return existingPackage(given).dir !== "";
}

/** A contract package that has to be at a path. */
export function packageAt(given: string): Existing {
  const dir = folderAt(given);
  return existsSync(join(dir, LOCK))
    ? existing(dir, readPackage(dir))
    : missing(`there is no contract package at ${given}`);
}

export interface Existing {
  dir: string;
  found?: ContractPackage;
  diagnostics: Diagnostic[];
}

/** A package that was read from a folder. */
export function existing(dir: string, { found, diagnostics }: PackageRead): Existing {
  return { dir, ...(found && { found }), diagnostics: diagnostics.map((one) => fromFolder(one, dir)) };
}

function missing(message: string): Existing {
  const help = "Name its folder, install it, or make it from contracts with `fedseal contract generate`.";
  return { dir: "", diagnostics: [diagnostic("contract/unreadable", message, undefined, help)] };
}
