import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rspack } from "@rspack/core";
import { FedsealPlugin } from "fedseal";
import { describe, expect, test } from "vitest";
import webpack from "webpack";
import { filesOf, flaws } from "../folders.ts";
import { APP, build, folder, remote } from "./producers.ts";

/** The error of a build without what it needs. */
async function refusal(
  producer: "rspack" | "rspack + enhanced" | "webpack + enhanced",
  setup: object,
): Promise<string[]> {
  const out = folder();
  const { errors } = await build(producer, remote(producer, { out, ...setup }));
  expect(filesOf(out), "nothing is written").toEqual([]);
  return errors;
}

describe("no manifest: the error says which option makes one", () => {
  test("Rspack's built-in plugin without `manifest`", async () => {
    expect(await refusal("rspack", { federation: { manifest: undefined } })).toMatchSnapshot();
  });
  test("`manifest: false`", async () => {
    expect(await refusal("webpack + enhanced", { federation: { manifest: false } })).toMatchSnapshot();
  });
  test("no Module Federation", async () => {
    const plugins = [new FedsealPlugin()];
    expect(await refusal("rspack", { configuration: { plugins } })).toMatchSnapshot();
  });
  test("webpack's own ModuleFederationPlugin", async () => {
    const federation = new webpack.container.ModuleFederationPlugin({
      name: "r",
      exposes: { "./Button": "./Button.js" },
    });
    const configuration = {
      plugins: [federation, new FedsealPlugin()],
      entry: "./version.js",
      module: { rules: [{ test: /css$/, type: "asset/source" }] },
    };
    expect(await refusal("webpack + enhanced", { configuration })).toMatchSnapshot();
  });
  test("the option names a file that does not exist", async () => {
    expect(await refusal("rspack", { fedseal: { manifest: "other.json" } })).toMatchSnapshot();
  });
  test("a class that extends the plugin", async () => {
    class Federation extends rspack.container.ModuleFederationPlugin {}
    const second = new Federation({ name: "second", exposes: { "./v": "./version.js" } });
    expect(await refusal("rspack", { plugins: [second] })).toHaveLength(1);
  });
  test("enhanced without `output.publicPath`", async () => {
    expect(await refusal("webpack + enhanced", { output: { publicPath: undefined } })).toMatchSnapshot();
  });
  test("the option names the statistics", async () => {
    expect(await refusal("rspack", { fedseal: { manifest: "mf-stats.json" } })).toMatchSnapshot();
  });
  test("two remotes in one build, one of them without a manifest", async () => {
    const second = new rspack.container.ModuleFederationPlugin({ name: "second", exposes: { "./v": "./version.js" } });
    expect(await refusal("rspack", { plugins: [second] })).toMatchSnapshot();
  });
});

const CONFIG = `
const { FedsealPlugin } = require("fedseal");
const { rspack } = require("@rspack/core");
const path = require("node:path");
module.exports = (out) => ({
  mode: "production", context: ${JSON.stringify(APP)}, entry: "./version.js", output: { path: out },
  infrastructureLogging: { level: "error" },
  plugins: [
    new rspack.container.ModuleFederationPlugin({ name: "r", manifest: !process.env.BREAK, exposes: { "./v": "./version.js" } }),
    new FedsealPlugin(),
  ],
});
`;
const RUN = `
const { rspack } = require("@rspack/core");
const compiler = rspack(require("./rspack.config.cjs")(process.argv[2]));
compiler.run((error, stats) => {
  console.log(JSON.stringify({ error: error && error.message, errors: stats.toJson({ all: false, errors: true }).errors.map((one) => one.message) }));
  console.log("still alive");
});
`;

/** A build in a Node of its own, from a CommonJS configuration, beside the packages it requires by name. */
function child(env: Record<string, string> = {}) {
  const dir = folder();
  const out = join(dir, "dist");
  writeFileSync(join(dir, "rspack.config.cjs"), CONFIG);
  writeFileSync(join(dir, "run.cjs"), RUN);
  const nodePath = join(import.meta.dirname, "../../node_modules");
  const result = spawnSync(process.execPath, ["run.cjs", out], {
    cwd: dir,
    encoding: "utf8",
    env: { ...process.env, NODE_PATH: nodePath, ...env },
  });
  return { ...result, out };
}

test("a CommonJS configuration requires the plugin", () => {
  const { stdout, stderr, status, out } = child();
  expect({ stdout, stderr, status }).toMatchObject({ status: 0, stderr: "" });
  expect(stdout).toBe('{"error":null,"errors":[]}\nstill alive\n');
  expect(flaws(out)).toEqual([]);
});

test.each(["select", "plan", "seal", "changed"])(
  "a panic in fedseal's %s fails the build with a message, and Node lives",
  (name) => {
    const { stdout, status } = child({ FEDSEAL_FAULT: `panic:${name}` });
    expect(status).toBe(0);
    const [line, alive] = stdout.trim().split("\n");
    expect(alive).toBe("still alive");
    expect(JSON.parse(line as string).errors).toEqual([
      expect.stringContaining(`error[internal/panic]: fedseal's ${name} panicked: FEDSEAL_FAULT asked for it`),
    ]);
  },
);

test("a panic while a message is rendered", () => {
  const { stdout, status } = child({ FEDSEAL_FAULT: "panic:render", BREAK: "1" });
  expect(status).toBe(0);
  const [line, alive] = stdout.trim().split("\n");
  expect(alive).toBe("still alive");
  expect(JSON.parse(line as string).errors).toEqual([expect.stringContaining("error[manifest/missing]")]);
});
