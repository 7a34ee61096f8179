import { readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rspack } from "@rspack/core";
import { FedsealPlugin } from "fedseal";
import { describe, expect, test } from "vitest";
import webpack from "webpack";
import { filesOf } from "../folders.ts";
import { emits } from "./plugins.ts";
import { APP, build, type Configuration, copyOfApp, folder, PRODUCERS, type Producer, remote } from "./producers.ts";
import { WRAPPERS } from "./wrappers.ts";

/** What FedsealPlugin adds to a build so that seals are enforced, and what it says when that does not work. */

const PLUGIN = realpathSync(fileURLToPath(import.meta.resolve("@fedseal/runtime/plugin")));
const host = { exposes: undefined, remotes: { shop: "shop@http://127.0.0.1:1/mf-manifest.json" } };

function texts(dir: string): string {
  return filesOf(dir)
    .filter((file) => file.endsWith(".js"))
    .map((file) => readFileSync(join(dir, file), "utf8"))
    .join("\n");
}

/** Words that stand in a host with the runtime plugin, and in no other. */
const HOST = "is not the file that was sealed";
/** How a chunk loader says who it is. */
const ME = String.raw`__webpack_require__\.fedseal, __webpack_require__\.p`;
const REMOTE = /typeof __FEDSEAL__\s*===?\s*"function"/;

describe.each(PRODUCERS)("%s", (producer: Producer) => {
  test.each(["before", "after"] as const)("a host, with FedsealPlugin %s Module Federation", async (order) => {
    const out = folder();
    const built = await build(producer, remote(producer, { out, order, federation: host, minimize: false }));
    expect(built.errors).toEqual([]);
    expect(texts(out)).toContain(HOST);
    expect(texts(out)).not.toMatch(REMOTE);
  });

  test("a remote: every loader of scripts and styles asks for the hash", async () => {
    const out = folder();
    const built = await build(producer, remote(producer, { out, minimize: false }));
    expect(built.errors).toEqual([]);
    const text = readFileSync(join(out, "remoteEntry.js"), "utf8");
    expect(text).toMatch(new RegExp(`${REMOTE.source} && __FEDSEAL__\\(script, ${ME}\\)`));
    expect(text).toMatch(new RegExp(`__FEDSEAL__\\((link|linkTag), ${ME}\\)`));
    expect(text).toContain("crossOrigin");
    expect(text).not.toContain(HOST);
  });

  test("a build that is both has both", async () => {
    const out = folder();
    const both = { ...host, exposes: { "./Button": "./Button.js" } };
    expect((await build(producer, remote(producer, { out, federation: both, minimize: false }))).errors).toEqual([]);
    expect(texts(out)).toContain(HOST);
    expect(texts(out)).toMatch(REMOTE);
  });

  test("`enforce: false` adds neither, and nothing changes", async () => {
    for (const federation of [host, {}]) {
      const [without, off] = [folder(), folder()];
      await build(producer, remote(producer, { out: without, federation, fedseal: false, minimize: false }));
      await build(producer, remote(producer, { out: off, federation, fedseal: { enforce: false }, minimize: false }));
      expect(filesOf(off)).toEqual(filesOf(without));
      expect(texts(off)).toBe(texts(without));
    }
  });

  test("what the host is told is what was asked for", async () => {
    const out = folder();
    const enforce = {
      unsealed: { shop: "block", "*": "allow" },
      origins: ["https://cdn.example.com"],
      report: "/errors",
    } as const;
    await build(
      producer,
      remote(producer, {
        out,
        federation: host,
        fedseal: { enforce: { ...enforce, origins: [...enforce.origins] } },
        minimize: false,
      }),
    );
    expect(texts(out)).toContain(JSON.stringify(enforce));
  });

  test("a host that is built for development is told so, one for production is not", async () => {
    for (const [mode, hot] of [
      ["development", true],
      ["production", false],
    ] as const) {
      const out = folder();
      const built = await build(producer, remote(producer, { out, mode, federation: host, minimize: false }));
      expect(built.errors).toEqual([]);
      // In development, modules may be strings.
      const told = texts(out).replaceAll("\\", "").includes('{"unsealed":"warn","hot":true}');
      expect(told, mode).toBe(hot);
    }
  });

  test("a container that is imported past Module Federation's runtime is not covered", async () => {
    const context = copyOfApp();
    writeFileSync(join(context, "past.js"), 'import("webpack/container/reference/shop");\n');
    const setup = { context, federation: host, configuration: { entry: "./past.js" } };
    const built = await build(producer, remote(producer, { ...setup, fedseal: { enforce: { unsealed: "block" } } }));
    expect(built.errors).toHaveLength(1);
    expect(built.errors[0]).toContain("error[enforce/remote-not-covered]");
    expect(built.errors[0]).toContain('remote "shop" is imported past');
  });

  test("a server's host gets the plugin for servers", async () => {
    const out = folder();
    const configuration = { target: "async-node", entry: "./node-only.js", externalsPresets: { node: true } };
    const built = await build(
      producer,
      remote(producer, { out, federation: { ...host, shared: {} }, configuration, minimize: false }),
    );
    expect(built.errors).toEqual([]);
    expect(texts(out)).toContain("--experimental-vm-modules");
  });

  test("an output.crossOriginLoading that is set stays", async () => {
    const out = folder();
    await build(
      producer,
      remote(producer, { out, output: { crossOriginLoading: "use-credentials" }, minimize: false }),
    );
    expect(readFileSync(join(out, "remoteEntry.js"), "utf8")).toMatch(/crossOrigin = ['"]use-credentials['"]/);
  });

  test("the same host in two folders of the machine is the same, and names neither", async () => {
    const outs = [folder(), folder()];
    const apps = [APP, copyOfApp()];
    for (const [index, out] of outs.entries()) {
      const context = apps[index] as string;
      await build(
        producer,
        remote(producer, {
          out,
          context,
          federation: { ...host, shared: {} },
          configuration: { entry: "./version.js" },
        }),
      );
    }
    const [first = "", second = ""] = outs;
    for (const text of [texts(first), texts(second)]) {
      expect(text).not.toContain(realpathSync(join(import.meta.dirname, "../..")));
    }
  });
});

describe.each(["rspack", "rspack + enhanced", "webpack + enhanced"] as const)(
  "%s, applied by somebody else",
  (producer: Producer) => {
    describe.each(Object.entries(WRAPPERS))("%s", (_, wrap) => {
      test.each(["before", "after"] as const)("a host, with FedsealPlugin %s it", async (order) => {
        const out = folder();
        const built = await build(producer, remote(producer, { out, order, wrap, federation: host, minimize: false }));
        expect(built.errors).toEqual([]);
        expect(texts(out)).toContain(HOST);
        expect(texts(out)).not.toMatch(REMOTE);
      });

      test.each(["before", "after"] as const)("a remote, with FedsealPlugin %s it", async (order) => {
        const out = folder();
        const federation = { manifest: { fileName: "shop.json", filePath: "federation" } };
        const built = await build(producer, remote(producer, { out, order, wrap, federation, minimize: false }));
        expect(built.errors).toEqual([]);
        expect(texts(out)).toMatch(new RegExp(`${REMOTE.source} && __FEDSEAL__\\(script, ${ME}\\)`));
        expect(texts(out)).not.toContain(HOST);
        expect(texts(out)).toMatch(producer.startsWith("webpack") ? /__FEDSEAL__\(linkTag,/ : /__FEDSEAL__\(link,/);
        expect(readFileSync(join(out, "federation/shop.json"), "utf8")).toContain('"contentHash"');
      });
    });

    test("without a manifest: an error", async () => {
      const federation = { manifest: false };
      const wrap = WRAPPERS["a class that applies it"] ?? expect.fail();
      const built = await build(producer, remote(producer, { wrap, federation }));
      expect(built.errors.join("\n")).toContain("error[manifest/missing]");
    });
  },
);

describe("a wiring that did not take effect is an error", () => {
  /** Takes out of the build what fedseal added. */
  const undo = (configuration: Configuration): Configuration => ({
    ...configuration,
    plugins: [
      ...configuration.plugins,
      {
        apply: (compiler: Configuration) =>
          new compiler.webpack.NormalModuleReplacementPlugin(
            /runtime[\\/]dist[\\/]plugin[\\/]index\.js$/,
            join(APP, "version.js"),
          ).apply(compiler),
      },
    ],
  });

  test.each(PRODUCERS)("%s: a host without the plugin", async (producer) => {
    const out = folder();
    const built = await build(producer, undo(remote(producer, { out, federation: host })));
    expect(built.errors.join("\n")).toContain("error[enforce/host-not-wired]");
    expect(readdirSync(out)).toEqual([]);
  });

  test.each(PRODUCERS)("%s: a remote whose loader does not ask", async (producer) => {
    const out = folder();
    const configuration = remote(producer, { out });
    // Whoever comes last decides what the loader is.
    const replace = {
      apply(compiler: Configuration) {
        compiler.hooks.thisCompilation.tap("Replace", (compilation: Configuration) => {
          const hooks = compiler.webpack.rspackVersion
            ? compiler.webpack.RuntimePlugin.getCompilationHooks(compilation)
            : compiler.webpack.runtime.LoadScriptRuntimeModule.getCompilationHooks(compilation);
          hooks.createScript.taps = hooks.createScript.taps.filter(
            ({ name }: { name: string }) => name !== "FedsealPlugin",
          );
        });
      },
    };
    configuration.plugins.push(replace);
    const built = await build(producer, configuration);
    expect(built.errors.join("\n")).toContain("error[enforce/remote-not-wired]");
    expect(readdirSync(out)).toEqual([]);
  });

  test("webpack's own ModuleFederationPlugin has no runtime hooks: the error says what to use", async () => {
    const out = folder();
    const configuration = remote("webpack + enhanced", { out });
    configuration.plugins = [
      new webpack.container.ModuleFederationPlugin({
        name: "shell",
        remotes: { shop: "shop@http://127.0.0.1:1/remoteEntry.js" },
      }),
      new FedsealPlugin(),
      ...configuration.plugins.slice(2),
    ];
    const built = await build("webpack + enhanced", configuration);
    expect(built.errors.join("\n")).toContain("@module-federation/enhanced/webpack");
  });
});

test("a plugin that has no runtime is an error, however its manifest is written", async () => {
  const context = copyOfApp();
  writeFileSync(join(context, "uses.js"), 'import("shop/Panel");\n');
  const setup = { context, federation: host, configuration: { entry: "./uses.js" } };
  const configuration = remote("rspack", { ...setup, fedseal: false });
  const { name, remotes } = { name: "shell", ...host };
  const manifest = { id: name, name, metaData: { name, publicPath: "auto", remoteEntry: { name: "", path: "" } } };
  configuration.plugins = [
    new FedsealPlugin(),
    new rspack.container.ModuleFederationPluginV1({ name, remotes }),
    emits({ "mf-manifest.json": JSON.stringify({ ...manifest, shared: [], exposes: [], remotes: [] }) }),
  ];
  const built = await build("rspack", configuration);
  expect(built.errors).toHaveLength(1);
  expect(built.errors[0]).toContain("error[enforce/host-not-wired]");
  expect(built.errors[0]).toContain("no Module Federation runtime");
});

test("the plugin that is looked for is the one that hosts import", () => {
  expect(readFileSync(PLUGIN, "utf8")).toContain("export default function fedseal");
});
