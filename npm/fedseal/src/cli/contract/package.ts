import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import semver from "semver";
import { unknownNames } from "../../contract/compare/globals.js";
import type { Contract } from "../../contract/contract.js";
import { emptyPackage, readPackage, writePackage } from "../../contract/package/disk.js";
import { type ContractPackage, generate, nextVersion, PACKAGE } from "../../contract/package/generate.js";
import { LOCK, type LockedShell } from "../../contract/package/lock.js";
import { unsatisfied } from "../../contract/package/satisfy.js";
import { sideOf } from "../../contract/sides.js";
import { diagnostic } from "../../diagnostics.js";

/** Folder of a contract package: a folder, or a package that is installed. */
export function packageFolder(given: string | undefined): string | undefined {
  if (given !== undefined && (given.startsWith(".") || existsSync(resolve(given)))) return resolve(given);
  try {
    return dirname(createRequire(join(process.cwd(), "package.json")).resolve(`${given ?? PACKAGE}/package.json`));
  } catch (error) {
    if (error instanceof Error && (error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

/** A contract package that has to be there. */
export function existingPackage(given: string | undefined): {
  dir: string;
  found?: ContractPackage;
  diagnostics: Diagnostic[];
} {
  const dir = packageFolder(given);
  if (dir === undefined || !existsSync(join(dir, LOCK))) {
    const help = "Name its folder with `--package <dir>`, install it, or make it with `fedseal contract generate`.";
    const message = `there is no contract package ${dir === undefined ? `called ${given ?? PACKAGE}` : `at ${given}`}`;
    return { dir: dir ?? "", diagnostics: [diagnostic("contract/unreadable", message, undefined, help)] };
  }
  return { dir, ...readPackage(dir) };
}

/** What changes in a package. */
export interface Update {
  contracts: readonly Contract[];
  /** Remotes that are gone. */
  remove?: readonly string[];
  shells?: Record<string, LockedShell>;
  name?: string | undefined;
  /** Begin anew: what the package holds is not read. */
  fresh?: boolean;
}

export interface Updated {
  diagnostics: Diagnostic[];
  changed: string[];
  name: string;
  version: string;
}

/** Puts contracts and shells into a package on disk, and raises its version by what changed for shells. */
export function updatePackage(dir: string, update: Update): Updated {
  const { found, diagnostics } = update.fresh ? emptyPackage(dir) : readPackage(dir);
  const nothing = { changed: [], name: update.name ?? PACKAGE, version: "" };
  if (!found) return { ...nothing, diagnostics };
  const packages = dir;
  const kept = found.contracts.filter(
    (one) => !update.contracts.some((other) => other.remote === one.remote) && !update.remove?.includes(one.remote),
  );
  const failed = update.contracts.flatMap((one) => [
    ...(semver.valid(one.version) === null
      ? [diagnostic("contract/version-missing", `the version of ${one.remote}, ${one.version}, is not a version`)]
      : []),
    ...unsatisfied(one, found.interfaces, packages),
    ...unknownNames(sideOf(one, "new", packages)).map(({ file, line, column, text }) => {
      const message = `${one.remote}: the stub uses \`${text}\`, which nothing declares`;
      return diagnostic("contract/unresolved-name", message, { file: `remotes/${one.remote}/${file}`, line, column });
    }),
  ]);
  if (failed.length > 0) return { ...nothing, diagnostics: failed };
  const contracts = [...kept, ...update.contracts];
  const next: ContractPackage = {
    name: update.name ?? found.name,
    version: nextVersion(found.version, found.contracts, contracts, packages),
    contracts,
    shells: { ...found.shells, ...update.shells },
    interfaces: found.interfaces,
    own: found.own,
  };
  const { changed, diagnostics: unwritten } = writePackage(dir, generate(next, packages));
  return { diagnostics: unwritten, changed, name: next.name, version: next.version };
}
