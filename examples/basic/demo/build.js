import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rspack } from "@rspack/core";
import host from "../host/rspack.config.js";
import remote from "../remote/rspack.config.js";

/** The hosts, and which build of the remote each of them loads. */
export const HOSTS = { stock: "stock", sealed: "sealed", signed: "sealed" };

/**
 * Builds the remote twice, without fedseal and sealed and signed with a key that is thrown away, and the three hosts, for a
 * remote that is served from `origin`. Only the host `signed` knows the key.
 *
 * @param {string} out
 * @param {string} origin
 */
export async function build(out, origin) {
  fedseal("keygen", "--out", join(out, "keys"), "--quiet");
  const key = (kind) =>
    join(
      out,
      "keys",
      readdirSync(join(out, "keys")).find((name) => name.endsWith(`${kind}.jwk`)),
    );
  const to = (name, side) => ({ stock: name === "stock", out: join(out, name, side) });
  const builds = [
    remote(to("stock", "remote")),
    remote({ ...to("sealed", "remote"), key: key("private"), origin }),
    ...Object.entries(HOSTS).map(([name, shop]) =>
      host({
        ...to(name, "host"),
        shop: `${origin}/${shop}/mf-manifest.json`,
        ...(name === "signed" && { key: key("public") }),
      }),
    ),
  ];
  // What the plugin says while it seals was said by the build of the example already.
  const quiet = builds.map((one) => ({ ...one, infrastructureLogging: { level: "warn" } }));
  const stats = await new Promise((resolve, reject) => {
    const compiler = rspack(quiet);
    compiler.run((failed, stats) => compiler.close(() => (failed ? reject(failed) : resolve(stats))));
  });
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
}

/** Runs the command. */
export function fedseal(...args) {
  const bin = fileURLToPath(new URL("../bin/fedseal.js", import.meta.resolve("fedseal")));
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [bin, ...args], { encoding: "utf8" });
  if (error) throw error;
  if (status !== 0) throw new Error(`fedseal ${args.join(" ")}\n${stdout}${stderr}`);
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
