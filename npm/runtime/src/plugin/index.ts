/**
 * The Module Federation runtime plugin for hosts in browsers. `FedsealPlugin` adds it to a host's build; by hand it is
 * one of `runtimePlugins`, or of the `plugins` of `createInstance`.
 *
 * @packageDocumentation
 */
import type { EnforceOptions, FederationRuntimePlugin } from "../host-plugin.js";
import { browserPlugin } from "./browser.js";
import { importMaps } from "./import-map.js";

export type { FedsealError, FedsealErrorCode } from "../errors.js";
export type { EnforceOptions, FederationRuntimePlugin } from "../host-plugin.js";
export type { IntegrityMode, RedirectPolicy, Unsealed, UnsealedPolicy } from "../policy.js";
export type { Report } from "../report.js";

/**
 * Makes the browser refuse every byte of a remote that its sealed manifest does not name.
 */
export default function fedseal(options: EnforceOptions = {}): FederationRuntimePlugin {
  return browserPlugin(options, importMaps(options));
}
