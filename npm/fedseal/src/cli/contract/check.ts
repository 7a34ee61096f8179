import { targetsOf } from "../../check/targets.js";
import { contractSettings } from "../../config/contract-settings.js";
import { loadConfig } from "../../config/load.js";
import type { Profile } from "../../contract/contract.js";
import { compareWithLock } from "../../contract/verdict/check.js";
import type { ExitCode } from "../exit-code.js";
import type { VerdictFormat } from "../formats.js";
import { say } from "./print.js";

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
