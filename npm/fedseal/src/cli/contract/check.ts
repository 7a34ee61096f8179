import type { Diagnostic } from "@fedseal/binding";
import type { Command } from "commander";
import semver from "semver";
import type { ContractSettings } from "../../config/config.js";
import { contractSettings } from "../../config/contract-settings.js";
import { loadConfig } from "../../config/load.js";
import { compareWithin } from "../../contract/compare/within.js";
import type { Contract, Profile } from "../../contract/contract.js";
import { INTERFACES } from "../../contract/package/generate.js";
import { unsatisfied } from "../../contract/package/satisfy.js";
import { sideOf } from "../../contract/sides.js";
import { originOfContract, projectOf } from "../../contract/source-place/origin.js";
import { SourcePlaces } from "../../contract/source-place/source-place.js";
import { diagnostic } from "../../diagnostics.js";
import { fromFolder, relativeTo } from "../../locations.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import type { VerdictFormat } from "../formats.js";
import type { Done } from "../options.js";
import { located, locationOf } from "./located.js";
import { COMPARISON_TIMEOUT, packaged, profile, timeout, verbose, verdict } from "./options.js";
import { existingPackage } from "./package.js";
import { say, type Verdict } from "./print.js";
import { contractAt, contractPath } from "./source.js";
import { carries, counted, needs, requiredVersion } from "./verdict.js";

export function register(contract: Command, done: Done): void {
  contract
    .command("check")
    .description("compare a remote with its locked contract; fail if its version does not cover the changes")
    .argument("[contract]", "contract, or output folder that holds one", "dist")
    .addOption(packaged())
    .addOption(profile())
    .addOption(timeout(null))
    .addOption(verbose())
    .addOption(verdict())
    .action(async (given, options) => done(await checkContract(given, options)));
}

export interface CheckOptions {
  package?: string;
  profile?: Profile;
  timeout?: number;
  format: VerdictFormat;
  verbose: boolean;
}

/** `fedseal contract check [contract]`. Options win over the configuration: they decide about this run only. */
export function checkContract(given: string, options: CheckOptions): Promise<ExitCode> {
  const { format, verbose } = options;
  return say({ format, verbose, bumps: true }, async () => {
    const { loaded, diagnostics } = await loadConfig(process.cwd());
    if (!loaded) return { diagnostics, outcome: "fedseal: not checked", title: "Contract check" };
    const configured = contractSettings(loaded, process.cwd());
    return compareWithLock(given, { ...configured, ...options });
  });
}

/** Compares a remote with its locked contract. Packages are found from the current folder. */
export async function compareWithLock(given: string, options: ContractSettings): Promise<Verdict> {
  const { value: now, diagnostics } = contractAt(given);
  const locked = existingPackage(options.package);
  const read = [...diagnostics, ...locked.diagnostics];
  if (!now || !locked.found) return { diagnostics: read, outcome: "fedseal: not checked", title: "Contract check" };
  const { interfaces, contracts } = locked.found;
  const side = sideOf(now, "new", locked.dir);
  const origin = originOfContract(side, now, projectOf(now, contractPath(given), [process.cwd()]));
  for (const one of unsatisfied(now, interfaces, locked.dir)) {
    // Either in the interfaces, or in a stub.
    if (one.location?.file === INTERFACES) read.push(fromFolder(one, locked.dir));
    else {
      const { location, ...rest } = one;
      const source = location && origin.sourceOf(location.file);
      read.push({ ...rest, ...(source !== undefined && { location: { file: relativeTo(process.cwd(), source) } }) });
    }
  }
  const old = contracts.find((one) => one.remote === now.remote);
  const places = new SourcePlaces(side, origin);
  const problem = old ? versionProblem(now) : notLocked(now);
  if (!old || problem) {
    return {
      diagnostics: problem ? [...read, problem] : read,
      outcome: "fedseal: not checked",
      title: "Contract check",
    };
  }
  return decided(old, now, { places, read, dir: locked.dir, options });
}

function notLocked({ remote }: Contract): Diagnostic {
  return diagnostic("contract/not-locked", `the contract package has no contract of ${remote} to compare with`);
}

function versionProblem({ version }: Contract): Diagnostic | undefined {
  if (semver.valid(version) !== null) return undefined;
  return diagnostic("contract/version-missing", `${version} is not a version (SemVer 2.0.0)`);
}

interface Checked {
  places: SourcePlaces;
  read: Diagnostic[];
  /** Folder of the contract package. */
  dir: string;
  options: ContractSettings;
}

async function decided(old: Contract, now: Contract, { places, read, dir, options }: Checked): Promise<Verdict> {
  const versions = { old: old.version, new: now.version };
  const before = sideOf(old, "old", dir);
  const { profile = old.profile, timeout = COMPARISON_TIMEOUT } = options;
  const comparison = await compareWithin(before, sideOf(now, "new", dir), { profile, timeout });
  const report = located(comparison, new SourcePlaces(before, originOfContract(before, old, undefined)), places);
  const early = semver.major(old.version) === 0;
  const required = requiredVersion(comparison, old.version);
  const isDecided = comparison.undecided.length === 0 && exitCode(read) !== 2;
  const more = { remote: now.remote, versions, required: isDecided ? required : null };
  const base = { report, title: `Contract of ${now.remote}`, more, early };
  if (comparison.undecided.length > 0) {
    return { ...base, diagnostics: read, outcome: "fedseal: no verdict: not everything could be compared" };
  }
  const changes = `fedseal: ${now.remote} ${old.version} → ${now.version}: ${counted(comparison.findings)}`;
  if (!carries(comparison, versions)) {
    const level = comparison.bump === "none" ? "patch" : comparison.bump;
    const wanted = `release ${required} or later`;
    const step = old.version === now.version ? `is still ${now.version}` : `goes from ${old.version} to ${now.version}`;
    const message =
      comparison.bump === "none"
        ? `${now.remote} goes back from ${old.version} to ${now.version}: ${wanted}`
        : `${now.remote} ${step}, but its changes need ${needs(level, early)}: ${wanted}`;
    const place = places.ofVersion();
    const notRaised = diagnostic("contract/version-not-raised", message, place && locationOf(place));
    return { ...base, diagnostics: [...read, notRaised], outcome: `${changes}; ${wanted}` };
  }
  const { length } = comparison.findings;
  const covered = length === 0 ? changes : `${changes}; ${now.version} covers ${length === 1 ? "it" : "them"}`;
  if (read.every((one) => one.severity !== "error")) return { ...base, diagnostics: read, outcome: covered, code: 0 };
  return { ...base, diagnostics: read, outcome: `${covered}, but another check failed`, code: 1 };
}
