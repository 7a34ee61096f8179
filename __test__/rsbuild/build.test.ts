import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ModuleFederationPlugin } from "@module-federation/enhanced/rspack";
import { pluginModuleFederation } from "@module-federation/rsbuild-plugin";
import type { RsbuildPlugin } from "@rsbuild/core";
import { pluginFedseal } from "fedseal/rsbuild";
import { describe, expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { flaws, manifestOf } from "../folders.ts";
import { folder, SCRATCH } from "../scratch.ts";
import { build, host, linesOf, type Options, remote } from "./builds.ts";

/** `fedseal/rsbuild` in real builds of Rsbuild. */

const SEALED = expect.stringMatching(/^fedseal: sealed \d+ files \(.*\) in N ms → mf-manifest\.json$/);
const CORS = expect.stringContaining("`html.crossorigin` is not set");
const UNSET = expect.stringContaining("`output.assetPrefix` is not set");

describe("a remote", () => {
  test.each(["before", "after"] as const)("is sealed, with the plugin %s Module Federation's", async (order) => {
    const out = folder();
    const said = await build(await remote({ out, order }));
    expect(linesOf(said)).toEqual([UNSET, CORS, SEALED]);
    expect(said.join("\n")).not.toMatch(/warn|error/i);
    expect(flaws(out)).toEqual([]);
    expect(fedseal(out, "verify", ".")).toMatchObject({ status: 0, stderr: "" });
  });

  test("files of public folders are sealed, too", async () => {
    const out = folder();
    const pub = folder();
    mkdirSync(join(pub, "old"));
    for (const name of ["config.json", "old/legacy.js", "left-out.js", "logo.txt"])
      writeFileSync(join(pub, name), "{}");
    const config = { server: { publicDir: [{ name: pub, ignore: ["**/left-out.js"] }] } };
    await build(await remote({ out, config }));
    expect(flaws(out)).toEqual([]);
    const names = Object.keys(manifestOf(out).integrity);
    expect(names).toEqual(expect.arrayContaining(["config.json", "old/legacy.js"]));
    expect(names).not.toContain("left-out.js");
    expect(fedseal(out, "verify", ".").status).toBe(0);
  });

  test("a prefix that is not set: chunks load from where the entry came from, HTML stays as it was", async () => {
    const out = folder();
    await build(await remote({ out }));
    expect(manifestOf(out).metaData.publicPath).toBe("auto");
    expect(readFileSync(join(out, "index.html"), "utf8")).toContain('src="/static/js/');
  });

  test.each(["auto", "https://cdn.example.com/shop/", "/shop/"])("the prefix %s is left alone", async (assetPrefix) => {
    const out = folder();
    const said = await build(await remote({ out, config: { output: { assetPrefix } } }));
    expect(linesOf(said)).toEqual([CORS, SEALED]);
    expect(said.join("\n")).not.toContain("root-public-path");
    expect(manifestOf(out).metaData.publicPath).toBe(assetPrefix);
  });

  test.each<[string, Options["config"]]>([
    ["for all environments", { output: { assetPrefix: "/" } }],
    ["for its environment", { environments: { web: { output: { assetPrefix: "/" } } } }],
  ])("the prefix `/`, set %s, is a warning that names Rsbuild's option", async (_, config) => {
    const out = folder();
    const said = await build(await remote({ out, ...(config && { config }) }));
    expect(linesOf(said)).toEqual([CORS, SEALED]);
    expect(said.join("\n")).toContain('warning[federation/root-public-path]: the public path of shop is "/"');
    expect(said.join("\n")).toContain('With Rsbuild, that is `output.assetPrefix`: set it to `"auto"`');
    expect(manifestOf(out).metaData.publicPath).toBe("/");
  });

  test("`html.crossorigin` of the configuration stands", async () => {
    const out = folder();
    const config = { html: { crossorigin: "use-credentials" }, output: { assetPrefix: "auto" } } as const;
    expect(linesOf(await build(await remote({ out, config })))).toEqual([SEALED]);
    expect(readFileSync(join(out, "remoteEntry.js"), "utf8")).toContain("use-credentials");
  });

  test("`enabled: false` leaves everything as it is", async () => {
    const out = folder();
    const said = await build(await remote({ out, fedseal: { enabled: false } }));
    expect(linesOf(said)).toEqual([]);
    expect(manifestOf(out).integrity).toBeUndefined();
    expect(manifestOf(out).metaData.publicPath).toBe("/");
  });

  test("the remedy for scripts that depend on their encoding", async () => {
    const root = folder(SCRATCH);
    writeFileSync(join(root, "index.js"), "export {};\n");
    writeFileSync(join(root, "Panel.js"), `export const text = ["it's ŝ", /[äŝ]/u.source];\n`);
    const said = async (charset: "utf8" | "ascii") =>
      (await build(await remote({ out: folder(), root, config: { output: { charset } } }))).join("\n");
    expect(await said("utf8")).toContain("warning[asset/encoding-dependent-script]");
    expect(await said("utf8")).toContain('Rsbuild: `output.charset: "ascii"`');
    expect(await said("ascii")).not.toMatch(/warn|error/i);
  });

  test("options that are wrong are refused in the words of FedsealPlugin", () => {
    expect(() => pluginFedseal({ algorytm: "sha384" } as object)).toThrow(
      'options.algorytm is "sha384", but there is no such option. Did you mean "algorithm"?',
    );
  });

  test("is a plugin by Rsbuild's types", () => {
    const plugin: RsbuildPlugin = pluginFedseal({ contract: true });
    expect(plugin.name).toBe("fedseal");
  });
});

describe("a host", () => {
  test.each(["before", "after"] as const)("is wired, with the plugin %s Module Federation's", async (order) => {
    const out = folder();
    const said = await build(
      await host("http://127.0.0.1:1/mf-manifest.json", {
        out,
        order,
        fedseal: { enforce: { unsealed: "block" } },
        federation: { shareStrategy: "loaded-first" },
      }),
    );
    // Nothing of its own has to load from elsewhere: Rsbuild's prefix stays.
    expect(linesOf(said)).toEqual([CORS, SEALED]);
    expect(said.join("\n")).not.toMatch(/warn|error/i);
    expect(manifestOf(out).metaData.publicPath).toBe("/");
    expect(flaws(out)).toEqual([]);
  });
});

describe("several environments", () => {
  const federation = { name: "shop", filename: "remoteEntry.js", exposes: { "./Panel": "./Panel.js" }, dts: false };
  const node = (entry = "./index.js") => ({
    source: { entry: { index: entry } },
    output: { target: "node" as const, distPath: { root: folder() } },
  });

  test("one without Module Federation is left alone", async () => {
    const out = folder();
    const server = node();
    const said = await build(await remote({ out, config: { environments: { web: {}, node: server } } }));
    expect(linesOf(said).at(-1)).toMatch(/→ mf-manifest\.json \(web\)$/);
    expect(said.join("\n")).not.toMatch(/warn|error/i);
    expect(flaws(out)).toEqual([]);
  });

  test("one for Node with Module Federation is sealed, too", async () => {
    const out = folder();
    const server = node("./greet.js");
    const exposes = { "./Panel": "./greet.js" };
    const plugins = [
      pluginModuleFederation({ ...federation, exposes }),
      pluginModuleFederation({ ...federation, exposes }, { target: "node", environment: "node" }),
      pluginFedseal(),
    ];
    const root = join(import.meta.dirname, "../tamper/app/server");
    const config = { source: { entry: { index: "./greet.js" } }, environments: { web: {}, node: server } };
    const said = await build(await remote({ out, root, plugins, config }));
    expect(
      linesOf(said)
        .filter((one) => one.includes("sealed"))
        .map((one) => /\(\w+\)$/.exec(one)?.[0])
        .sort(),
    ).toEqual(["(node)", "(web)"]);
    expect(said.join("\n")).not.toMatch(/error/i);
    for (const dir of [out, server.output.distPath.root]) expect(flaws(dir)).toEqual([]);
  });

  test("the plugin of one environment works in that one alone", async () => {
    const out = folder();
    const web = { plugins: [pluginFedseal()] };
    const plugins = [pluginModuleFederation(federation)];
    const said = await build(await remote({ out, plugins, config: { environments: { web, node: node() } } }));
    expect(linesOf(said).at(-1)).toMatch(/→ mf-manifest\.json \(web\)$/);
    expect(said.join("\n")).not.toMatch(/warn|error/i);
    expect(flaws(out)).toEqual([]);
  });

  test("Module Federation that a preset hides in one of them is no reason to leave that one unsealed", async () => {
    const hidden = {
      // biome-ignore lint/suspicious/noExplicitAny: a compiler
      apply: (compiler: any) => new ModuleFederationPlugin({ ...federation, name: "other" } as never).apply(compiler),
    };
    const other = {
      output: { distPath: { root: folder() } },
      tools: { rspack: { plugins: [hidden] } },
    };
    const said = await build(await remote({ out: folder(), config: { environments: { web: {}, other } } }));
    expect(said.join("\n")).toContain('error[manifest/missing]: the environment "other" has Module Federation');
  });

  test("a manifest that Module Federation writes again after the build, as Rslib has it do, is an error", async () => {
    const out = folder();
    const exposes = { "./Panel": "./greet.js" };
    const plugins = [pluginModuleFederation({ ...federation, exposes }, { target: "dual" }), pluginFedseal()];
    const root = join(import.meta.dirname, "../tamper/app/server");
    const config = { source: { entry: { index: "./greet.js" } }, environments: { mf: {} } };
    const said = await build(await remote({ out, root, plugins, config, callerName: "rslib" }));
    expect(manifestOf(out).integrity).toBeUndefined();
    expect(manifestOf(out).metaData.ssrRemoteEntry.name).toBe("remoteEntry.js");
    expect(said.join("\n")).toContain("error[integrity/changed-after-seal]");
    expect(said.join("\n")).toContain("run `fedseal seal` on the output folder after the build");
    // What it says is what helps.
    expect(fedseal(out, "seal", ".").status).toBe(0);
    expect(fedseal(out, "verify", ".").status).toBe(0);
  });

  test("two that write the same manifest are an error that names them", async () => {
    const second = pluginModuleFederation({ ...federation, name: "second" }, { environment: "second" });
    const plugins = [pluginModuleFederation(federation), second, pluginFedseal()];
    const said = await build(
      await remote({ out: folder(), plugins, config: { environments: { web: {}, second: {} } } }),
    );
    expect(said.join("\n")).toContain('the environments "web" and "second" both write');
    expect(said.join("\n")).toContain("`output.distPath.root`");
  });

  test("none with Module Federation is an error", async () => {
    const said = await build(await remote({ out: folder(), plugins: [pluginFedseal()] }));
    expect(said.join("\n")).toContain("error[manifest/missing]: this configuration has no ModuleFederationPlugin");
  });
});

describe("Module Federation that somebody else applies", () => {
  const federation = { name: "shop", filename: "remoteEntry.js", exposes: { "./Panel": "./Panel.js" }, dts: false };
  const visible = () => new ModuleFederationPlugin(federation);
  // biome-ignore lint/suspicious/noExplicitAny: a compiler
  const hidden = () => ({ apply: (compiler: any) => visible().apply(compiler) });

  test.each([
    ["in `tools.rspack`", visible],
    ["in `tools.rspack`, in a preset", hidden],
  ])("%s is sealed", async (_, plugin) => {
    const out = folder();
    const config = { output: { assetPrefix: "auto" }, tools: { rspack: { plugins: [plugin() as never] } } };
    const said = await build(await remote({ out, plugins: [pluginFedseal()], config }));
    expect(linesOf(said)).toEqual([CORS, SEALED]);
    expect(said.join("\n")).not.toMatch(/error/i);
    expect(flaws(out)).toEqual([]);
  });
});
