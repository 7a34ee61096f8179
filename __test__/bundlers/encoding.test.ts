import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rspack } from "@rspack/core";
import TerserPlugin from "terser-webpack-plugin";
import { describe, expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { build, folder, remote, SCRATCH } from "./producers.ts";

/** `asset/encoding-dependent-script` in real builds: where it is said, where not, and what its remedies do. */

/** An app with text in every place where scripts have text; a tagged template only where it is asked for. */
function app({ tagged = false } = {}): string {
  const dir = folder(SCRATCH);
  mkdirSync(dir, { recursive: true });
  writeFileSync(
    join(dir, "Text.js"),
    [
      "/*! © 日本 */",
      `export const text = ["it's ŝ\\"+(run())//", \`日 \${globalThis.x}\`, /[äŝ]/u.source];`,
      'export const keys = { schlüssel: 1, "größe ŝ": 2 };',
      ...(tagged ? ["export const raw = String.raw`日`;"] : []),
      'export const control = ["a\x1bb", `c\x0ed`];',
      'export const lazy = () => import("./lazy.js");',
    ].join("\n"),
  );
  writeFileSync(join(dir, "lazy.js"), 'export default "日本";\n');
  writeFileSync(join(dir, "index.js"), "export default 1;\n");
  return dir;
}

const RULE = "[asset/encoding-dependent-script]";
const federation = { exposes: { "./Text": "./Text.js" }, shared: {} };
const configuration = (optimization: object) => ({ optimization: { minimize: true, ...optimization } });

const REMEDIES = {
  rspack: () => new rspack.SwcJsMinimizerRspackPlugin({ minimizerOptions: { format: { asciiOnly: true } } }),
  "webpack + enhanced": () => new TerserPlugin({ terserOptions: { format: { ascii_only: true } } }),
};

describe.each(["rspack", "webpack + enhanced"] as const)("%s", (producer) => {
  const warnings = async (setup: Parameters<typeof remote>[1]) => {
    const out = folder();
    const built = await build(
      producer,
      remote(producer, { federation, output: { filename: "[name].js" }, out, ...setup }),
    );
    expect(built.errors).toEqual([]);
    const found = built.warnings.filter((one) => one.includes(RULE));
    // The command knows a finished folder only, and comes to the same result.
    const { stdout, status } = fedseal(out, "verify", ".");
    expect(status).toBe(0);
    if (setup?.mode !== "development") expect(stdout.includes(RULE), stdout).toBe(found.length > 0);
    return found;
  };
  const minimizer = () => configuration({ minimizer: [REMEDIES[producer]()] });

  test("text in scripts is said once, with the places", async () => {
    const found = await warnings({ context: app(), configuration: configuration({}) });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      /2 scripts of mf-manifest\.json depend on the encoding that the server names: \S+:\d:\d+, \S+:\d:\d+\n/,
    );
  });

  test("the minimizer's option takes it away", async () => {
    expect(await warnings({ context: app(), configuration: minimizer() })).toEqual([]);
  });

  test("what the minimizer leaves is still said", async () => {
    const found = await warnings({ context: app({ tagged: true }), configuration: minimizer() });
    expect(found.join()).toContain("1 script of mf-manifest.json depends on");
  });

  test("an app without such text, ES modules, Node and development say nothing", async () => {
    expect(await warnings({ federation: { ...federation, exposes: { "./Button": "./Button.js" } } })).toEqual([]);
    const context = app();
    const module = {
      context,
      federation: { ...federation, library: { type: "module" } },
      output: { module: true, chunkFormat: "module", chunkLoading: "import" },
      configuration: producer === "rspack" ? {} : { experiments: { outputModule: true } },
    };
    expect(await warnings(module)).toEqual([]);
    const node = {
      context,
      federation: { ...federation, library: { type: "commonjs-module" } },
      configuration: { target: "async-node" },
    };
    expect(await warnings(node)).toEqual([]);
    expect(await warnings({ context, mode: "development" })).toEqual([]);
  });

  test("a host, which nothing loads through its manifest, says nothing", async () => {
    const remotes = { shop: "shop@http://127.0.0.1:1/mf-manifest.json" };
    const setup = { context: app(), configuration: { entry: "./Text.js" } };
    expect(await warnings({ ...setup, federation: { shared: {}, exposes: undefined, remotes } })).toEqual([]);
  });
});
