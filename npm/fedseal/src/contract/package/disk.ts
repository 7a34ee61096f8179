import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Diagnostic, writeFile } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import { CONTRACT_VERSION, type Contract, contractHash } from "../contract.js";
import { UnreadableContract, unreadable } from "../format.js";
import { PACKAGE } from "../names.js";
import { type ContractPackage, GENERATED, INTERFACES, sha256 } from "./generate.js";
import { LOCK, readLock } from "./lock.js";

/** A package on disk, or what is wrong with it. */
export type PackageRead = { found?: ContractPackage; diagnostics: Diagnostic[] };

/** A package that holds nothing yet, but what people wrote themselves. */
export function emptyPackage(dir: string): PackageRead {
  try {
    const interfaces = existsSync(join(dir, INTERFACES)) ? readFileSync(join(dir, INTERFACES), "utf8") : undefined;
    const { version, own } = manifestOf(dir);
    return { found: { name: PACKAGE, version, own, contracts: [], shells: {}, interfaces }, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof UnreadableContract)) throw error;
    return { diagnostics: [unreadable(error, "package.json")] };
  }
}

/** Reads a contract package; one that does not exist yet is empty. Stubs that were edited by hand are refused. */
export function readPackage(dir: string): PackageRead {
  const path = join(dir, LOCK);
  const empty = emptyPackage(dir);
  if (!empty.found || !existsSync(path)) return empty;
  const { version, own, interfaces } = empty.found;
  try {
    const lock = readLock(readFileSync(path, "utf8"));
    const diagnostics: Diagnostic[] = [];
    const contracts = Object.entries(lock.remotes).map(
      ([remote, { contract: hash, files: hashes, exposes, ...head }]) => {
        const files: Record<string, string> = {};
        for (const [stub, expected] of Object.entries(hashes)) {
          const name = `remotes/${remote}/${stub}`;
          // Git on Windows may have changed the line ends.
          const text = existsSync(join(dir, name))
            ? readFileSync(join(dir, name), "utf8").replaceAll("\r\n", "\n")
            : undefined;
          if (text === undefined || sha256(text) !== expected) {
            const what = text === undefined ? "is not there" : "is not what was generated";
            diagnostics.push(diagnostic("contract/package-edited", `${name} ${what}`, { file: name }));
          }
          files[stub] = text ?? "";
        }
        const listed = Object.entries(exposes).map(([key, { exports: _, ...expose }]) => [key, expose] as const);
        const contract: Contract = {
          contractVersion: CONTRACT_VERSION,
          remote,
          ...head,
          exposes: Object.fromEntries(listed),
          files,
        };
        if (diagnostics.length === 0 && contractHash(contract) !== hash) {
          const message = `the entry of ${remote} in ${LOCK} is not what was generated`;
          diagnostics.push(diagnostic("contract/package-edited", message, { file: LOCK }));
        }
        return contract;
      },
    );
    if (diagnostics.length > 0) return { diagnostics };
    return { found: { name: lock.package, version, contracts, shells: lock.shells, interfaces, own }, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof UnreadableContract)) throw error;
    return { diagnostics: [unreadable(error, LOCK)] };
  }
}

/** Version and people's own fields of the package.json, if there is one. */
function manifestOf(dir: string): { version: string; own: Record<string, unknown> } {
  const path = join(dir, "package.json");
  if (!existsSync(path)) return { version: "0.0.0", own: {} };
  let manifest: Record<string, unknown>;
  try {
    manifest = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnreadableContract(`it is not JSON (${error.message})`, "Correct it, or take it back with git.");
  }
  const own = Object.fromEntries(Object.entries(manifest).filter(([key]) => !GENERATED.includes(key)));
  return { version: typeof manifest.version === "string" ? manifest.version : "0.0.0", own };
}

/** Writes a package: what is new or different, and removes stubs that are gone. Returns the names that changed. */
export function writePackage(
  dir: string,
  files: ReadonlyMap<string, string>,
): { changed: string[]; diagnostics: Diagnostic[] } {
  const changed: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [name, text] of files) {
    const path = join(dir, name);
    if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    const failed = writeFile(path, Buffer.from(text));
    if (failed) diagnostics.push(failed);
    else changed.push(name);
  }
  const remotes = join(dir, "remotes");
  if (diagnostics.length > 0 || !existsSync(remotes)) return { changed, diagnostics };
  for (const item of readdirSync(remotes, { recursive: true, withFileTypes: true })) {
    const path = join(item.parentPath, item.name);
    const name = path.slice(dir.length + 1).replaceAll("\\", "/");
    if (item.isFile() && !files.has(name)) {
      rmSync(path);
      changed.push(name);
    }
  }
  for (const item of readdirSync(remotes, { withFileTypes: true })) {
    const path = join(item.parentPath, item.name);
    if (
      item.isDirectory() &&
      readdirSync(path, { recursive: true, withFileTypes: true }).every((one) => one.isDirectory())
    ) {
      rmSync(path, { recursive: true });
    }
  }
  return { changed: changed.sort(), diagnostics };
}
