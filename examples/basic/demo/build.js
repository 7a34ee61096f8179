import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rspack } from "@rspack/core";
import host from "../host/rspack.config.js";
import remote from "../remote/rspack.config.js";

/**
 * Builds the remote and its host twice, with fedseal and without it, for a remote that is served from `origin`.
 *
 * @param {string} out
 * @param {string} origin
 */
export async function build(out, origin) {
  const builds = ["stock", "sealed"].flatMap((name) => {
    const env = { stock: name === "stock", shop: `${origin}/${name}/mf-manifest.json` };
    return [remote({ ...env, out: join(out, name, "remote") }), host({ ...env, out: join(out, name, "host") })];
  });
  // What the plugin says while it seals was said by the build of the example already.
  const quiet = builds.map((one) => ({ ...one, infrastructureLogging: { level: "warn" } }));
  const stats = await new Promise((resolve, reject) => {
    const compiler = rspack(quiet);
    compiler.run((failed, stats) => compiler.close(() => (failed ? reject(failed) : resolve(stats))));
  });
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
}

/**
 * All files below a folder, by their path.
 *
 * @param {string} folder
 * @returns {Map<string, Buffer>}
 */
export function read(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path)];
    }),
  );
}
