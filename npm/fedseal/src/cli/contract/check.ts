import type { Diagnostic } from "@fedseal/binding";
import type { Command } from "commander";
import semver from "semver";
import { type Comparison, compare } from "../../contract/compare/compare.js";
import type { Profile } from "../../contract/contract.js";
import { unsatisfied } from "../../contract/package/satisfy.js";
import { sideOf } from "../../contract/sides.js";
import { diagnostic } from "../../diagnostics.js";
import type { ExitCode } from "../main.js";
import { type Done, packaged, profile, timeout, verdict } from "./options.js";
import { existingPackage } from "./package.js";
import { say } from "./print.js";
import { contractAt } from "./source.js";
import { carries, counted, needs, requiredVersion, type VerdictFormat, type Versions } from "./verdict.js";

export function register(contract: Command, done: Done): void {
  contract
    .command("check")
    .description("hold a remote to what is locked: fails where its version does not carry its changes")
    .argument("[contract]", "contract, or output folder that holds one", "dist")
    .addOption(packaged())
    .addOption(profile())
    .addOption(timeout())
    .addOption(verdict())
    .action(async (given, options) => done(await checkContract(given, options)));
}

export interface CheckOptions {
  package?: string;
  profile?: Profile;
  timeout: number;
  format: VerdictFormat;
}

/** `fedseal contract check [contract]` */
export function checkContract(given: string, options: CheckOptions): Promise<ExitCode> {
  return say(options.format, async () => {
    const title = "Contract check";
    const { value: now, diagnostics } = contractAt(given);
    const locked = existingPackage(options.package);
    const read: Diagnostic[] = [...diagnostics, ...locked.diagnostics];
    if (!now || !locked.found) return { diagnostics: read, outcome: "fedseal: not checked", title };
    const { interfaces, contracts } = locked.found;
    read.push(...unsatisfied(now, interfaces, locked.dir));
    const old = contracts.find((one) => one.remote === now.remote);
    if (!old) {
      const message = `${now.remote} is not in the contract package, so there is nothing to hold it to`;
      return {
        diagnostics: [...read, diagnostic("contract/not-locked", message)],
        outcome: "fedseal: not checked",
        title,
      };
    }
    const versions = { old: old.version, new: now.version };
    if (semver.valid(now.version) === null) {
      const message = `${now.version} is not a version (SemVer 2.0.0)`;
      return {
        diagnostics: [...read, diagnostic("contract/version-missing", message)],
        outcome: "fedseal: not checked",
        title,
      };
    }
    const profile = options.profile ?? old.profile;
    const comparison = compare(sideOf(old, "old", locked.dir), sideOf(now, "new", locked.dir), {
      profile,
      timeout: options.timeout,
    });
    const early = semver.major(old.version) === 0;
    const more = { remote: now.remote, versions, required: requiredVersion(comparison, old.version) };
    const base = { comparison, title: `Contract of ${now.remote}`, more, early };
    if (comparison.undecided.length > 0) return { ...base, diagnostics: read, outcome: "fedseal: not decided" };
    const from = `${now.remote} ${old.version} → ${now.version}`;
    const refused = read.some((one) => one.severity === "error");
    if (carries(comparison, versions) && refused) {
      return {
        ...base,
        diagnostics: read,
        outcome: `fedseal: ${from}: ${counted(comparison)}; refused, see above`,
        code: 1,
      };
    }
    if (carries(comparison, versions)) {
      return {
        ...base,
        diagnostics: read,
        outcome: `fedseal: ${from}: ${carried(comparison, versions)}`,
        code: 0,
      };
    }
    const level = comparison.bump === "none" ? "patch" : comparison.bump;
    const wanted = comparison.bump === "none" ? `${old.version} or later` : `${more.required} or later`;
    const message = `${now.remote} goes from ${old.version} to ${now.version}, and its changes need ${needs(level, early)}: ${wanted}`;
    read.push(diagnostic("contract/version-not-raised", message, { file: "package.json" }));
    return {
      ...base,
      diagnostics: read,
      outcome: `fedseal: ${from}: ${counted(comparison)}; the version has to be ${wanted}`,
    };
  });
}

/** Why a version is enough. */
function carried(comparison: Comparison, { old, new: now }: Versions): string {
  const { findings, bump } = comparison;
  if (findings.length > 0) return `${counted(comparison)}; the version carries it`;
  const same = bump === "none" ? "nothing changed for shells" : "no type changed, only other text";
  return old === now ? same : `${same}; any later version will do`;
}
