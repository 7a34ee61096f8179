import type { Contract, Profile } from "../contract.js";
import { COMPARISON_TIMEOUT } from "./limits.js";
import { type Verdict, verdictInThread } from "./verdict.js";

/** How a remote is compared: by the options of a command, or by the configuration. */
export interface CheckSettings {
  package?: string | undefined;
  profile?: Profile | undefined;
  /** Milliseconds that the comparison may take. */
  timeout?: number | undefined;
}

/** What is compared. */
export interface CheckInput {
  given: string;
  package: string | undefined;
  profile: Profile | undefined;
  /** What it is compared with, where that is not the locked contract. */
  old: Contract | undefined;
}

/** Compares a remote with its locked contract. Packages are found from the current folder. */
export function compareWithLock(given: string, settings: CheckSettings): Promise<Verdict> {
  return compared(given, undefined, settings);
}

/** Compares a remote with an older contract of it, where no package locks one. Packages are found from the current folder. */
export function compareWithContract(given: string, old: Contract, settings: CheckSettings): Promise<Verdict> {
  return compared(given, old, settings);
}

function compared(given: string, old: Contract | undefined, settings: CheckSettings): Promise<Verdict> {
  const { profile, timeout = COMPARISON_TIMEOUT } = settings;
  const input: CheckInput = { given, package: settings.package, profile, old };
  return verdictInThread(new URL("./check-work.js", import.meta.url), input, timeout);
}
