import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Diagnostic, writeFile } from "@fedseal/binding";
import { unknownNames } from "../../contract/compare/globals.js";
import type { Contract } from "../../contract/contract.js";
import { PACKAGE } from "../../contract/names.js";
import { emptyPackage, readPackage, writePackage } from "../../contract/package/disk.js";
import { existing } from "../../contract/package/existing.js";
import { type ContractPackage, generate, nextVersion } from "../../contract/package/generate.js";
import { LOCK, type LockedShell, readLock, writeLock } from "../../contract/package/lock.js";
import { unsatisfied } from "../../contract/package/satisfy.js";
import { joined, sideOf } from "../../contract/side-of.js";
import { diagnostic } from "../../diagnostics.js";
import { whileLocked } from "../../file-lock.js";
import { fromFolder } from "../../locations.js";

/** A package's folder as people write it, from where they are. */
export function shown(dir: string): string {
  return relative(process.cwd(), dir).split(sep).join("/") || ".";
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
export function updatePackage(dir: string, update: Update): Promise<Updated> {
  const busy = (diagnostics: Diagnostic[]): Updated => ({
    changed: [],
    name: update.name ?? PACKAGE,
    version: "",
    diagnostics,
  });
  return whileLocked(dir, () => updated(dir, update), busy);
}

async function updated(dir: string, update: Update): Promise<Updated> {
  const { found, diagnostics } = existing(dir, update.fresh ? emptyPackage(dir) : readPackage(dir));
  const nothing = { changed: [], name: update.name ?? PACKAGE, version: "" };
  if (!found) return { ...nothing, diagnostics };
  const packages = dir;
  const kept = found.contracts.filter(
    (one) => !update.contracts.some((other) => other.remote === one.remote) && !update.remove?.includes(one.remote),
  );
  const clash = clashIn([...kept, ...update.contracts]);
  if (clash) return { ...nothing, diagnostics: [fromFolder(clash, dir)] };
  const failed = update.contracts.flatMap((one) => [
    ...unsatisfied(one, found.interfaces, packages),
    ...unknownNames(sideOf(one, "new", packages)).map(({ file, line, column, text }) => {
      const message = `${one.remote}: the stub uses \`${text}\`, which nothing declares`;
      return diagnostic("contract/unresolved-name", message, { file: `remotes/${one.remote}/${file}`, line, column });
    }),
  ]);
  if (failed.length > 0) return { ...nothing, diagnostics: failed.map((one) => fromFolder(one, dir)) };
  const contracts = [...kept, ...update.contracts];
  const next: ContractPackage = {
    name: update.name ?? found.name,
    version: await nextVersion(found.version, found.contracts, contracts, packages),
    contracts,
    shells: { ...found.shells, ...update.shells },
    interfaces: found.interfaces,
    own: found.own,
  };
  const { changed, diagnostics: unwritten } = writePackage(dir, generate(next, packages));
  return { diagnostics: unwritten.map((one) => fromFolder(one, dir)), changed, name: next.name, version: next.version };
}

/** Remotes whose stubs or modules would be the same: `shop` and `Shop` on some disks, `a/b` and an expose `./b/…` of `a`. */
function clashIn(contracts: readonly Contract[]): Diagnostic | undefined {
  const owners = new Map<string, string>();
  for (const { remote, exposes, files } of contracts) {
    const names = [
      ...Object.keys(files).map((stub) => `remotes/${remote}/${stub}`),
      ...Object.keys(exposes).map((key) => joined(remote, key)),
    ];
    for (const name of new Set(names.map((one) => one.toLowerCase()))) {
      const other = owners.get(name);
      if (other !== undefined) {
        const message = `the remotes ${other} and ${remote} would both have ${name} in the contract package`;
        return diagnostic("contract/stub-name-taken", message, undefined, "Give one of the remotes another name.");
      }
      owners.set(name, remote);
    }
  }
  return undefined;
}

/** Puts what a shell uses into the lock of a package; nothing else in it changes. */
export function lockShell(dir: string, shell: string, locked: LockedShell): Promise<Diagnostic[]> {
  const changed = (): Diagnostic[] => {
    const path = join(dir, LOCK);
    const lock = readLock(readFileSync(path, "utf8"));
    const failed = writeFile(path, Buffer.from(writeLock({ ...lock, shells: { ...lock.shells, [shell]: locked } })));
    return failed ? [fromFolder(failed, dir)] : [];
  };
  return whileLocked(dir, changed, (found) => found);
}
