import type { Profile } from "../../contract/contract.js";
import { verdictInThread } from "../../contract/verdict/verdict.js";
import type { ExitCode } from "../exit-code.js";
import type { VerdictFormat } from "../formats.js";
import { say } from "./print.js";

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
