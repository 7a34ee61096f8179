import type { Diagnostic } from "@fedseal/binding";
import type { ContractSettings } from "../../config/config.js";
import { contractSettings } from "../../config/contract-settings.js";
import { loadConfig } from "../../config/load.js";

/**
 * `contract` of the configuration that applies in a folder, which options of the call win over: they decide about this run only.
 * With diagnostics, the configuration cannot be read, and nothing may be done.
 */
export async function configured(
  from = process.cwd(),
): Promise<{ settings: ContractSettings; diagnostics: [] } | { settings?: undefined; diagnostics: Diagnostic[] }> {
  const { loaded, diagnostics } = await loadConfig(from);
  return loaded ? { settings: contractSettings(loaded, process.cwd()), diagnostics: [] } : { diagnostics };
}
