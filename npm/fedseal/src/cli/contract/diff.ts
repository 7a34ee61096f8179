import type { Profile } from "../../contract/contract.js";
import { COMPARISON_TIMEOUT } from "../../contract/verdict/limits.js";
import { verdictInThread } from "../../contract/verdict/verdict.js";
import type { ExitCode } from "../exit-code.js";
import type { VerdictFormat } from "../formats.js";
import { configured } from "./configured.js";
import { say } from "./print.js";

export interface DiffOptions {
  profile?: Profile;
  timeout?: number;
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
export function diff(old: string, now: string, options: DiffOptions): Promise<ExitCode> {
  const { format, verbose } = options;
  return say({ format, verbose, bumps: true }, async () => {
    const { settings, diagnostics } = await configured();
    if (!settings) return { diagnostics, outcome: "fedseal: not compared", title: "Contract" };
    const { profile = settings.profile ?? "standard" } = options;
    const { timeout = settings.timeout ?? COMPARISON_TIMEOUT } = options;
    const input: DiffInput = { old, now, profile };
    return verdictInThread(new URL("./diff-work.js", import.meta.url), input, timeout);
  });
}
