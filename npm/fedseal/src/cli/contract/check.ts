import type { Command } from "commander";
import { targetsOf } from "../../check/targets.js";
import { contractSettings } from "../../config/contract-settings.js";
import { loadConfig } from "../../config/load.js";
import type { Profile } from "../../contract/contract.js";
import { compareWithLock } from "../../contract/verdict/check.js";
import type { ExitCode } from "../exit-code.js";
import type { VerdictFormat } from "../formats.js";
import type { Done } from "../options.js";
import { packaged, profile, timeout, verbose, verdict } from "./options.js";
import { say } from "./print.js";

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
