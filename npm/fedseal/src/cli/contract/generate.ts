import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import { type Command, InvalidArgumentError, Option } from "commander";
import semver from "semver";
import type { Contract } from "../../contract/contract.js";
import { emptyPackage, readPackage } from "../../contract/package/disk.js";
import type { LockedShell } from "../../contract/package/lock.js";
import { usesOf } from "../../contract/package/uses.js";
import { joined } from "../../contract/sides.js";
import { diagnostic } from "../../diagnostics.js";
import type { ExitCode } from "../main.js";
import { type Format, report } from "../output.js";
import { type Done, list, plain } from "./options.js";
import { updatePackage } from "./package.js";
import { contractAt } from "./source.js";

export function register(contract: Command, done: Done): void {
  contract
    .command("generate")
    .description("make or update a contract package: what shells compile against")
    .argument("[contracts...]", "contracts, or output folders that hold one")
    .requiredOption("--out <dir>", "folder of the package")
    .option("--name <name>", "name of the npm package (default: as before, else @platform/mfe-contracts)")
    .addOption(list("--remove <remote>", "remote that is gone"))
    .addOption(new Option("--fresh", "begin anew: give all contracts, for a package that was damaged").default(false))
    .option("--shell <name>", "shell whose uses are locked")
    .option("--uses <dir>", "its sources")
    .addOption(list("--requires <remote@range>", "versions the shell works with (default: ^ the locked one)", ranged))
    .addOption(plain())
    .action(async (given, options) => done(await generatePackage(given, options)));
}

export interface GenerateOptions {
  out: string;
  name?: string;
  remove: string[];
  fresh: boolean;
  shell?: string;
  uses?: string;
  requires: { remote: string; range: string }[];
  format: Format;
}

/** `fedseal contract generate [contracts…]` */
export function generatePackage(given: readonly string[], options: GenerateOptions): Promise<ExitCode> {
  const { out, name, remove, fresh, format } = options;
  return report({ area: "contract", dir: out, format }, async () => {
    const read = given.map(contractAt);
    const diagnostics = read.flatMap((one) => one.diagnostics);
    const contracts = read.flatMap((one) => (one.value ? [one.value] : []));
    const shell = shellOf(options, contracts);
    diagnostics.push(...shell.diagnostics);
    if (diagnostics.some((one) => one.severity === "error")) return { diagnostics, summary: "" };
    const updated = updatePackage(resolve(out), { contracts, remove, name, fresh, shells: shell.shells });
    const files = updated.changed.length;
    const what = files === 0 ? "nothing changed" : `${files} ${files === 1 ? "file" : "files"} changed`;
    const summary = `fedseal: ${updated.name}@${updated.version}, ${what} → ${out}`;
    return { diagnostics: [...diagnostics, ...updated.diagnostics], summary };
  });
}

/** What a shell relies on: read from its sources, its ranges given or taken from the versions that are locked. */
function shellOf(
  { out, name, fresh, shell, uses, requires }: GenerateOptions,
  contracts: readonly Contract[],
): { shells: Record<string, LockedShell>; diagnostics: Diagnostic[] } {
  if (shell === undefined) return { shells: {}, diagnostics: [] };
  if (uses === undefined || !existsSync(resolve(uses))) {
    const message = uses === undefined ? "`--shell` needs `--uses <folder>`, its sources" : `${uses} does not exist`;
    return { shells: {}, diagnostics: [diagnostic("options/invalid", message)] };
  }
  const { found, diagnostics } = fresh ? emptyPackage(resolve(out)) : readPackage(resolve(out));
  if (!found) return { shells: {}, diagnostics };
  const all = [
    ...found.contracts.filter((one) => !contracts.some((other) => other.remote === one.remote)),
    ...contracts,
  ];
  const modules = new Set(all.flatMap((one) => Object.keys(one.exposes).map((key) => joined(one.remote, key))));
  const used = usesOf(resolve(uses), modules, name ?? found.name);
  const ranges: Record<string, string> = {};
  for (const { remote, version } of all) {
    const given = requires.find((one) => one.remote === remote)?.range;
    const isUsed = Object.keys(used).some((id) => id.split("/")[0] === remote);
    if (given !== undefined || isUsed) ranges[remote] = given ?? `^${version}`;
  }
  const wrong = Object.entries(ranges).filter(([, range]) => semver.validRange(range) === null);
  if (wrong.length > 0) {
    const message = wrong.map(([remote, range]) => `${range} is not a range of versions of ${remote}`).join("; ");
    return { shells: {}, diagnostics: [diagnostic("options/invalid", message)] };
  }
  return { shells: { [shell]: { requires: ranges, uses: used } }, diagnostics: [] };
}

function ranged(text: string): { remote: string; range: string } {
  const at = text.indexOf("@", 1);
  if (at < 1) throw new InvalidArgumentError("Write it as shop@^2.0.0.");
  return { remote: text.slice(0, at), range: text.slice(at + 1) };
}
