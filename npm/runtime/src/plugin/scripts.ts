/**
 * The runtime plugin without the part for ES module remotes, which it refuses: for hosts whose remotes are all of the
 * library type `var`. `FedsealPlugin` takes it with `enforce: { modules: false }`.
 *
 * @packageDocumentation
 */
import type { EnforceOptions, FederationRuntimePlugin } from "../host-plugin.js";
import { browserPlugin } from "./browser.js";

/**
 * Makes the browser refuse every byte of a remote that its sealed manifest does not name, and every ES module remote.
 */
export default function fedseal(options: EnforceOptions = {}): FederationRuntimePlugin {
  return browserPlugin(options);
}
