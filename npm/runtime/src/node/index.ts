/**
 * Servers: the Module Federation runtime plugin that runs only bytes it has hashed, and the gate for manifest URLs that
 * come from outside.
 *
 * @packageDocumentation
 */

import { request } from "../fetch-with-retry.js";
import { type EnforceOptions, type FederationRuntimePlugin, federationPlugin } from "../host-plugin.js";
import { registry } from "../page-registry.js";
import { listed } from "./file-system.js";
import { execute } from "./run-commonjs.js";

export type { FedsealError, FedsealErrorCode } from "../errors.js";
export type { EnforceOptions, FederationRuntimePlugin, FileLimits } from "../host-plugin.js";
export type { IntegrityMode, RedirectPolicy, Unsealed, UnsealedPolicy } from "../policy.js";
export type { Report } from "../report.js";
export { type AllowedManifest, type AllowedManifestPolicy, allowedManifest } from "./manifest-gate.js";

/**
 * Makes Node refuse every byte of a remote that its sealed manifest does not name: remoteEntry and chunks are fetched
 * once, hashed, and those very bytes are run. For remotes of the library types `commonjs-module` and `module` (with
 * `node --experimental-vm-modules`), built for `async-node` or `node`, with and without `@module-federation/node`.
 */
export default function fedseal(options: EnforceOptions = {}): FederationRuntimePlugin {
  return federationPlugin(options, {
    fetchBytes: request,
    admitted({ files }) {
      const all = [...files.keys()];
      for (const url of all) listed.set(url, all);
    },
    async loadEntry(remote, asker) {
      const { find, judge } = registry();
      if (find(remote.entry)) return execute(remote, options.files ?? {});
      const error = judge(remote.entry, asker);
      if (error) throw error;
      return undefined;
    },
  });
}
