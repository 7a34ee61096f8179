/**
 * Seals Module Federation output. Add {@link FedsealPlugin} to an Rspack or webpack configuration, or run the
 * `fedseal` command on a finished folder.
 *
 * @packageDocumentation
 */

export type { Diagnostic, Location, Rule, Severity } from "@fedseal/binding";
export {
  type ContractSettings,
  defineConfig,
  type Exception,
  type FedsealConfig,
  type FolderTarget,
  type HttpSettings,
  type UrlTarget,
} from "./config/config.js";
export { FedsealPlugin } from "./plugin/index.js";
export type {
  Algorithm,
  ContractOptions,
  EnforceOptions,
  Entries,
  FedsealPluginOptions,
  FileLimits,
  IntegrityMode,
  RedirectPolicy,
  Release,
  SignOptions,
  Unsealed,
} from "./plugin/options.js";
