import { join } from "node:path";
import { diagnostic, textOf } from "../diagnostics.js";
import type { FederationPlugin } from "../plugin/find-federation-plugins.js";
import { manifestFile } from "../plugin/find-manifests.js";
import type { RspackConfiguration } from "./rsbuild.js";

/** An environment that is sealed. */
interface Sealed {
  name: string;
  configuration: RspackConfiguration;
  federation: readonly FederationPlugin[];
}

/**
 * What to say where two environments write the same manifest, which Rsbuild's default, one output folder for all, leads to: the
 * last one stays, and names nothing of the other. Undefined if none do.
 */
export function sharedManifest(environments: readonly Sealed[]): string | undefined {
  const first = new Map<string, string>();
  for (const { name, configuration, federation } of environments) {
    const { path } = configuration.output ?? {};
    if (typeof path !== "string") continue;
    const files = new Set(federation.map(({ options }) => manifestFile(options.manifest)));
    for (const file of files) {
      const other = first.get(join(path, file));
      first.set(join(path, file), name);
      if (other === undefined) continue;
      const message = `the environments ${JSON.stringify(other)} and ${JSON.stringify(name)} both write ${file} into the same folder, and one overwrites the other`;
      const help = "Give each a folder of its own: `output.distPath.root` in `environments.<name>`.";
      return textOf(diagnostic("manifest/missing", message, { file }, help));
    }
  }
  return undefined;
}
