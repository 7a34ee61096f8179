import type { Command } from "commander";
import type { Profile } from "../../contract/contract.js";
import { verdictInThread } from "../../contract/verdict/verdict.js";
import type { ExitCode } from "../exit-code.js";
import type { VerdictFormat } from "../formats.js";
import type { Done } from "../options.js";
import { profile, timeout, verbose, verdict } from "./options.js";
import { say } from "./print.js";

export function register(contract: Command, done: Done): void {
  contract
    .command("diff")
    .description("compare two versions: sources, declarations, contracts, contract packages, npm packages")
    .argument("<old>", "file or folder")
    .argument("<new>", "file or folder")
    .addOption(profile().default("standard"))
    .addOption(timeout())
    .addOption(verbose())
    .addOption(verdict())
    .action(async (old, now, options) => done(await diff(old, now, options)));
}

export interface DiffOptions {
  profile: Profile;
  timeout: number;
  format: VerdictFormat;
  verbose: boolean;
}

/** What is compared. */
export interface DiffInput {
  old: string;
  now: string;
  profile: Profile;
}

/** `fedseal contract diff <old> <new>` */
export function diff(old: string, now: string, { profile, timeout, format, verbose }: DiffOptions): Promise<ExitCode> {
  const input: DiffInput = { old, now, profile };
  return say({ format, verbose, bumps: true }, () => {
    return verdictInThread(new URL("./diff-work.js", import.meta.url), input, timeout);
  });
}
