import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import type { Contract } from "../../contract/contract.js";
import { contractAt } from "../../contract/contract-at.js";
import { PACKAGE } from "../../contract/names.js";
import { emptyPackage, readPackage } from "../../contract/package/disk.js";
import { type Existing, existing, existingPackage, packageAt } from "../../contract/package/existing.js";
import { type ContractPackage, WRITTEN } from "../../contract/package/generate.js";
import { folderAt } from "../../contract/package/installed.js";
import { LOCK } from "../../contract/package/lock.js";
import { describeShell, readShell, type ShellRequest } from "../../contract/package/shell.js";
import { whileLocked } from "../../file-lock.js";
import { didYouMean } from "../../near-name.js";
import type { ExitCode } from "../exit-code.js";
import type { Format } from "../formats.js";
import { report } from "../output.js";
import { configured } from "./configured.js";
import { lockShell, shown, updatePackage } from "./package.js";
import { wrongCall } from "./wrong-call.js";

export interface GenerateOptions extends Omit<ShellRequest, "shell"> {
  out?: string;
  name?: string;
  remove: string[];
  fresh: boolean;
  shell?: string;
  format: Format;
}

/** `fedseal contract generate [contracts…]` */
export function generatePackage(given: readonly string[], options: GenerateOptions): Promise<ExitCode> {
  const { remove, fresh, shell, format } = options;
  const { out = "." } = options;
  return report({ area: "contract", dir: ".", format }, async () => {
    const failed = (diagnostics: Diagnostic[]) => ({ diagnostics, summary: "" });
    const contradiction = contradictionIn(given, options);
    if (contradiction !== undefined) return failed([wrongCall("generate", contradiction)]);
    const contracts = given.map(contractAt);
    const unread = contracts.flatMap((one) => one.diagnostics);
    if (unread.length > 0) return failed(unread);
    const update = { ...options, contracts: contracts.flatMap((one) => (one.value ? [one.value] : [])) };
    const names = update.contracts.map(({ remote }) => remote);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) return failed([wrongCall("generate", `there are two contracts of ${twice}`)]);

    const { settings, diagnostics: wrong } = await configured();
    if (!settings) return failed(wrong);
    const makes = given.length > 0 || fresh;
    const { dir, found, diagnostics } = makes
      ? await packageToMake(folderAt(out), fresh, options.name ?? PACKAGE)
      : options.out === undefined
        ? existingPackage(options.name === undefined ? settings.package : undefined, options.name)
        : packageAt(options.out);
    if (!found) return failed(diagnostics);
    const unknown = remove.filter((one) => !fresh && !found.contracts.some((contract) => contract.remote === one));
    if (unknown.length > 0) {
      const names = found.contracts.map((one) => one.remote);
      const meant = unknown.map((one) => didYouMean(one, names) ?? "").find((one) => one !== "");
      const message = `--remove ${unknown.join(", ")}: the package has no such remote (it has ${names.join(", ") || "none"})`;
      return failed([wrongCall("generate", message, undefined, meant)]);
    }
    const locked = shell === undefined ? undefined : lockedOf({ ...options, shell }, found, update.contracts);
    if (locked?.diagnostics.some((one) => one.severity === "error")) return failed(locked.diagnostics);
    const warnings = locked?.diagnostics ?? [];
    const shells = shell !== undefined && locked?.locked ? { [shell]: locked.locked } : {};
    const told = Object.entries(shells).map(([name, one]) => describeShell(name, one));

    // The package as a whole is made again only for what changes the package as a whole.
    if (shell !== undefined && !makes && remove.length === 0 && (options.name ?? found.name) === found.name) {
      const unwritten: Diagnostic[] = [];
      for (const [name, one] of Object.entries(shells)) unwritten.push(...(await lockShell(dir, name, one)));
      const summary = [...told, `fedseal: locked → ${shown(join(dir, LOCK))}`].join("\n");
      return { diagnostics: [...warnings, ...unwritten], summary };
    }
    const updated = await updatePackage(dir, { ...update, shells });
    const files = updated.changed.length;
    const changed = files === 0 ? "nothing changed" : `${files} ${files === 1 ? "file" : "files"} written`;
    const summary = `fedseal: ${updated.name}@${updated.version}, ${changed} → ${shown(dir)}`;
    return { diagnostics: [...warnings, ...updated.diagnostics], summary: [...told, summary].join("\n") };
  });
}

/** What contradicts itself in a call, as a sentence. */
function contradictionIn(given: readonly string[], options: GenerateOptions): string | undefined {
  const { out, fresh, shell, uses, requires, loads, without, remove } = options;
  if (shell === undefined) {
    const idle = Object.entries({ uses, requires, loads, without }).filter(([, values]) => values.length > 0);
    const names = idle.map(([name]) => `\`--${name}\``).join(", ");
    if (idle.length > 0) return `${names} says something about a shell, and no \`--shell <name>\` says which`;
    if (out === undefined) return "`--out <dir>` is missing: the folder of the package";
  } else {
    if (uses.length === 0) return "`--shell` needs `--uses <path>`, its sources";
    if (out === undefined && (given.length > 0 || fresh || remove.length > 0)) {
      return "`--out <dir>` is missing: the folder of the package that the contracts go into";
    }
  }
  return fresh && given.length === 0 ? "`--fresh` needs the contracts of all remotes" : undefined;
}

/** Why a folder is not to become a contract package: it is something else already, and files of it would be lost. */
function strangerAt(dir: string, name: string): Diagnostic | undefined {
  const file = join(dir, "package.json");
  if (existsSync(join(dir, LOCK))) return undefined;
  if (!existsSync(file)) {
    const taken = WRITTEN.filter((one) => existsSync(join(dir, one)));
    if (taken.length === 0) return undefined;
    const message = `${shown(dir)} is no contract package and holds ${taken.join(", ")}, which would be replaced`;
    const help = "Name an empty folder with `--out`.";
    return wrongCall("generate", message, { file: shown(dir) }, help);
  }
  let manifest: { name?: unknown } | null;
  try {
    manifest = JSON.parse(readFileSync(file, "utf8")) as { name?: unknown } | null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    manifest = null;
  }
  if (manifest?.name === name) return undefined;
  const what = typeof manifest?.name === "string" ? `the package ${manifest.name}` : "a package";
  const message = `${shown(dir)} holds ${what}, and no ${LOCK}: its files would be replaced`;
  const help = `Name an empty folder with \`--out\`, or, to make the contract package here, give its package.json the name ${name}.`;
  return wrongCall("generate", message, { file: shown(file) }, help);
}

/** The package that contracts go into; it may not exist yet, or be in the making by another process. */
async function packageToMake(dir: string, fresh: boolean, name: string): Promise<Existing> {
  if (!existsSync(dir)) return existing(dir, emptyPackage(dir));
  const look = (): Existing => {
    const read = existing(dir, fresh || !existsSync(join(dir, LOCK)) ? emptyPackage(dir) : readPackage(dir));
    const stranger = read.found && strangerAt(dir, name);
    return stranger ? { dir, diagnostics: [stranger] } : read;
  };
  return whileLocked(dir, look, (diagnostics) => ({ dir, diagnostics }));
}

/** What the shell uses of what will be in the package. */
function lockedOf(request: GenerateOptions & { shell: string }, found: ContractPackage, given: readonly Contract[]) {
  const kept = found.contracts.filter(
    ({ remote }) => !given.some((one) => one.remote === remote) && !request.remove.includes(remote),
  );
  return readShell(request, [...kept, ...given], request.name ?? found.name, found.shells[request.shell]);
}
