import { container, DefinePlugin } from "@rspack/core";
import { FedsealPlugin } from "fedseal";
import { base } from "./base.js";
import { shared } from "./shared.js";

/**
 * The build of a remote: sealed, with its contract, and signed where there is a key.
 *
 * @param {{ context: string, name: string, exposes: Record<string, string>, profile?: "standard" | "strict" }} remote
 * @param {{ out?: string, release?: string, key?: string, origin?: string, seq?: number, exposes?: Record<string, string> }} env
 *   `origin`: of the server that will serve it; `seq`: number of the signature; `exposes` in place of the remote's own.
 * @returns {import("@rspack/core").Configuration}
 */
export function remote({ context, name, exposes, profile = "standard" }, env = {}) {
  const { out = `${context}/dist`, release = "0.0.0", key, origin, seq } = env;
  return {
    ...base({ context, out, name }),
    entry: {},
    plugins: [
      new container.ModuleFederationPlugin({
        name,
        filename: "remoteEntry.js",
        manifest: true,
        exposes: env.exposes ?? exposes,
        shared: shared(),
      }),
      new DefinePlugin({ RELEASE: JSON.stringify(release) }),
      new FedsealPlugin({
        release,
        contract: { profile, version: release },
        sign: key !== undefined && { key, origin, seq },
      }),
    ],
  };
}
