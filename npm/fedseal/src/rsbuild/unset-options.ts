import { type FederationPlugin, keysOf } from "../plugin/find-federation-plugins.js";
import type { RsbuildApi, RspackConfiguration } from "./rsbuild.js";

/** What Rsbuild takes for an `assetPrefix` that nobody set. */
const DEFAULT = "/";

/** Whether the author of the configuration says nowhere from where the files of an environment are loaded. */
function isPrefixUnset(api: RsbuildApi, environment: string): boolean {
  const original = api.getRsbuildConfig("original");
  const part = partOf(api);
  return [original, original.environments?.[environment]].every((one) => one?.[part]?.assetPrefix === undefined);
}

/** The part of the configuration that counts: of the dev server, or of a build. */
function partOf(api: RsbuildApi): "dev" | "output" {
  return api.context.action === "dev" ? "dev" : "output";
}

/**
 * HTML keeps Rsbuild's own addresses when the public path of chunks changes below: relative ones would be wrong in pages
 * whose path has a folder in it, which single-page applications have.
 */
export function keepPathsOfHtml(api: RsbuildApi): void {
  api.modifyBundlerChain({
    order: "post",
    handler(chain, { environment: { name, htmlPaths }, CHAIN_ID }) {
      const publicPath = chain.output.get("publicPath");
      if (publicPath !== DEFAULT || !isPrefixUnset(api, name)) return;
      for (const entry of Object.keys(htmlPaths)) {
        const id = `${CHAIN_ID.PLUGIN.HTML}-${entry}`;
        if (chain.plugins.has(id)) {
          chain.plugin(id).tap(([options, ...rest]: object[]) => [{ publicPath, ...options }, ...rest]);
        }
      }
    },
  });
}

/**
 * Sets what a build with Module Federation needs and its configuration leaves open; gives a line for each. A value that somebody
 * set is left alone.
 */
export function setUnset(
  api: RsbuildApi,
  environment: string,
  configuration: RspackConfiguration,
  federation: readonly FederationPlugin[],
): string[] {
  const { output, target } = configuration;
  const isServer = [target].flat().some((one) => /node/.test(String(one)));
  if (!output || isServer) return [];
  const lines: string[] = [];
  const isRemote = federation.some(({ options }) => keysOf(options.exposes).length > 0);
  if (isRemote && output.publicPath === DEFAULT && isPrefixUnset(api, environment)) {
    output.publicPath = "auto";
    const option = `${partOf(api)}.assetPrefix`;
    lines.push(
      `fedseal: \`${option}\` is not set, and with Rsbuild's "/" hosts would ask their own origin for chunks of this remote: they load from where its entry came from`,
    );
  }
  // The browser compares no hash of a script that was requested otherwise.
  if (output.crossOriginLoading === undefined) {
    output.crossOriginLoading = "anonymous";
    lines.push(
      'fedseal: `html.crossorigin` is not set, and chunks load with crossorigin="anonymous": their servers have to send Access-Control-Allow-Origin',
    );
  }
  return lines;
}
