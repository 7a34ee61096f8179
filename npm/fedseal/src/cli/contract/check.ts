import type { Command } from "commander";
import { targetsOf } from "../../check/targets.js";
import type { ContractSettings } from "../../config/config.js";
import { contractSettings } from "../../config/contract-settings.js";
import { loadConfig } from "../../config/load.js";
import type { Contract, Profile } from "../../contract/contract.js";
import type { ExitCode } from "../exit-code.js";
import type { VerdictFormat } from "../formats.js";
import type { Done } from "../options.js";
import { COMPARISON_TIMEOUT, packaged, profile, timeout, verbose, verdict } from "./options.js";
import { say, type Verdict } from "./print.js";
import { verdictInThread } from "./thread.js";

export function register(contract: Command, done: Done): void {
  contract
    .command("check")
    .description("compare a remote with its locked contract; fail if its version does not cover the changes")
    .argument("[contract]", "contract, or output folder that holds one (default: of the configuration, else dist)")
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

/** What is compared. */
export interface CheckInput {
  given: string;
  package: string | undefined;
  profile: Profile | undefined;
  /** What it is compared with, where that is not the locked contract. */
  old: Contract | undefined;
}

/** `fedseal contract check [contract]`. Options win over the configuration: they decide about this run only. */
export function checkContract(given: string | undefined, options: CheckOptions): Promise<ExitCode> {
  const { format, verbose } = options;
  return say({ format, verbose, bumps: true }, async () => {
    const { loaded, diagnostics } = await loadConfig(process.cwd());
    if (!loaded) return { diagnostics, outcome: "fedseal: not checked", title: "Contract check" };
    const configured = contractSettings(loaded, process.cwd());
    const folder = targetsOf(loaded, [], process.cwd()).find((target) => target.kind === "folder");
    return compareWithLock(given ?? folder?.name ?? "dist", { ...configured, ...options });
  });
}

/** Compares a remote with its locked contract. Packages are found from the current folder. */
export function compareWithLock(given: string, settings: ContractSettings): Promise<Verdict> {
  return compared(given, undefined, settings);
}

/** Compares a remote with an older contract of it, where no package locks one. Packages are found from the current folder. */
export function compareWithContract(given: string, old: Contract, settings: ContractSettings): Promise<Verdict> {
  return compared(given, old, settings);
}

function compared(given: string, old: Contract | undefined, settings: ContractSettings): Promise<Verdict> {
  const { profile, timeout = COMPARISON_TIMEOUT } = settings;
  const input: CheckInput = { given, package: settings.package, profile, old };
  return verdictInThread(new URL("./check-work.js", import.meta.url), input, timeout);
}
