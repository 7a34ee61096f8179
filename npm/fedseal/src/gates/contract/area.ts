import { basename, join } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import type { Area, AreaOutcome, CheckContext } from "../../check/area.js";
import type { Base } from "../../check/base.js";
import type { ContractFacts } from "../../check/facts.js";
import { contractSettings } from "../../config/contract-settings.js";
import type { Contract } from "../../contract/contract.js";
import { CONTRACT_FILE } from "../../contract/names.js";
import { HttpError } from "../../http/errors.js";
import { relativeTo } from "../../locations.js";
import { regularFilesIn } from "../../regular-files.js";
import { statsAt } from "../../stats.js";

/** Remotes against their locked contracts: what `fedseal contract check` decides, for every folder that holds a contract. */
export const contract: Area = {
  name: "contract",
  async run({ cwd, config, configFolder, targets, base, wantsFacts }: CheckContext): Promise<AreaOutcome | undefined> {
    const folders = targets.flatMap((target) => (target.kind === "folder" ? [target] : []));
    // Beside the manifest, wherever in the folder that is.
    const contracts = (await Promise.all(folders.map(({ path }) => contractsIn(path)))).flat();
    if (contracts.length === 0) {
      if (config.contract === undefined || folders.length === 0) return undefined;
      const names = folders.map(({ name }) => name).join(", ");
      return {
        diagnostics: [],
        unchecked: [{ reason: `the configuration has \`contract\`, but ${names} has no ${CONTRACT_FILE}` }],
      };
    }
    // TypeScript, which compares, takes a while to load.
    const { compareWithContract, compareWithLock } = await import("../../contract/verdict/check.js");
    const { annotations, undecidedAsDiagnostics } = await import("../../contract/verdict/annotations.js");
    const settings = contractSettings({ config, folder: configFolder, path: undefined, text: "" }, cwd);
    const diagnostics: Diagnostic[] = [];
    const { changesOf, contractFacts } = await import("./contract-facts.js");
    const { hasPackage } = await import("../../contract/package/existing.js");
    // A lock is a promise to shells; without one, the base is what there is to compare with.
    const isLocked = settings.package !== undefined || hasPackage(undefined);
    const facts: ContractFacts[] = [];
    for (const path of contracts) {
      const name = relativeTo(cwd, path);
      const old = base && !isLocked ? await contractOf(base, name) : undefined;
      if (typeof old === "string") return { diagnostics, unchecked: [{ reason: old }] };
      const compared = old ? compareWithContract(name, old, settings) : compareWithLock(name, settings);
      const { report, early = false, diagnostics: found } = await compared;
      diagnostics.push(...found);
      if (wantsFacts) {
        const contract = contractFacts(path, name);
        const changes = report && { against: old && base ? base.name : "the contract package", ...changesOf(report) };
        if (contract) facts.push({ ...contract, ...(changes && { changes }) });
      }
      if (!report) continue;
      const changes = annotations(report, early);
      // A version that covers the changes makes them known, not wrong.
      const isCovered =
        report.undecided.length === 0 && !found.some((one) => one.rule === "contract/version-not-raised");
      diagnostics.push(...undecidedAsDiagnostics(report), ...(isCovered ? changes.map(asNote) : changes));
    }
    return { diagnostics, unchecked: [], ...(wantsFacts && { facts: { contracts: facts } }) };
  },
};

/** Absolute paths of the contracts in a folder, sorted. */
async function contractsIn(folder: string): Promise<string[]> {
  if (!statsAt(folder)?.isDirectory()) return [];
  const names = await regularFilesIn(folder);
  return names.filter((name) => basename(name) === CONTRACT_FILE).map((name) => join(folder, name));
}

/** The contract of the base: beside its manifest, or in the same output folder; a text says why it cannot be read. */
async function contractOf(base: Base, file: string): Promise<Contract | string | undefined> {
  const { readContract } = await import("../../contract/contract.js");
  const { UnreadableContract } = await import("../../contract/format.js");
  const paths = { url: [CONTRACT_FILE], folder: [CONTRACT_FILE, file], git: [file] }[base.kind];
  try {
    for (const path of paths) {
      const bytes = await base.read(path);
      if (bytes) return readContract(bytes.toString("utf8"));
    }
    return undefined;
  } catch (error) {
    if (error instanceof UnreadableContract) return `the contract of ${base.name} cannot be read: ${error.message}`;
    if (error instanceof HttpError) return `the contract of ${base.name} could not be fetched: ${error.message}`;
    throw error;
  }
}

function asNote(one: Diagnostic): Diagnostic {
  return { ...one, severity: "note", help: "The version of the remote covers this change." };
}
