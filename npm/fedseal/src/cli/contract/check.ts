import type { Command } from "commander";
import type { Profile } from "../../contract/contract.js";
import type { ExitCode } from "../main.js";
import { type Done, packaged, profile, timeout, verbose, verdict } from "./options.js";
import { say } from "./print.js";
import { verdictInThread } from "./thread.js";
import type { VerdictFormat } from "./verdict.js";

export function register(contract: Command, done: Done): void {
  contract
    .command("check")
    .description("compare a remote with its locked contract; fail if its version does not cover the changes")
    .argument("[contract]", "contract, or output folder that holds one", "dist")
    .addOption(packaged())
    .addOption(profile())
    .addOption(timeout())
    .addOption(verbose())
    .addOption(verdict())
    .action(async (given, options) => done(await checkContract(given, options)));
}

export interface CheckOptions {
  package?: string;
  profile?: Profile;
  timeout: number;
  format: VerdictFormat;
  verbose: boolean;
}

/** What is checked. */
export interface CheckInput {
  given: string;
  package: string | undefined;
  profile: Profile | undefined;
}

/** `fedseal contract check [contract]` */
export function checkContract(given: string, options: CheckOptions): Promise<ExitCode> {
  const { format, verbose, timeout, profile } = options;
  const input: CheckInput = { given, package: options.package, profile };
  return say({ format, verbose, bumps: true }, () => {
    return verdictInThread(new URL("./check-work.js", import.meta.url), input, timeout);
  });
}
