import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Context, createContext, runInContext } from "node:vm";
import { ModuleFederation } from "@module-federation/runtime";
import { describe, expect, test } from "vitest";
import { build, folder, remote, SCRATCH } from "../../bundlers/producers.ts";

/** What the rules say happens without them does happen: with the real runtime, and in real builds without fedseal. */

describe("federation/version-first-needs-every-remote", () => {
  const lib = {
    version: "1.0.0",
    scope: ["default"],
    shareConfig: { requiredVersion: "*" },
    get: async () => () => "lib",
  };
  let hosts = 0;

  /** A host whose one remote has an address at which nothing listens. */
  async function loadShared(shareStrategy: "version-first" | "loaded-first", plugins: object[] = []): Promise<string> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    hosts += 1;
    const host = new ModuleFederation({
      name: `host${hosts}`,
      shareStrategy,
      shared: { lib: [lib] },
      remotes: [{ name: "shop", entry: `http://127.0.0.1:${port}/mf-manifest.json` }],
      plugins,
      // biome-ignore lint/suspicious/noExplicitAny: the runtime's own options
    } as any);
    return host.loadShare("lib").then(
      (factory) => (factory === false ? "none" : String(factory())),
      () => "failed",
    );
  }

  test("a manifest that is down stops the host's own packages", async () => {
    expect(await loadShared("version-first")).toBe("failed");
  });
  test("not with `loaded-first`", async () => {
    expect(await loadShared("loaded-first")).toBe("lib");
  });
  test("not with a plugin that handles it", async () => {
    const container = { init: async () => undefined, get: async () => () => undefined };
    const plugin = {
      name: "fallback",
      errorLoadRemote: ({
        lifecycle,
        remote: { name } = { name: "shop" },
      }: {
        lifecycle: string;
        remote?: { name: string };
      }) => {
        if (lifecycle !== "afterResolve") return container;
        return {
          id: name,
          name,
          metaData: {
            name,
            publicPath: "",
            remoteEntry: { name: "e.js", path: "", type: "global" },
            globalName: name,
            buildInfo: { buildVersion: "1" },
          },
          shared: [],
          remotes: [],
          exposes: [],
        };
      },
      loadEntry: async () => container,
    };
    expect(await loadShared("version-first", [plugin])).toBe("lib");
  });
});

/** Runs a script as the only one of a page. */
function run(file: string): { page: Context; printed: string } {
  const words: unknown[] = [];
  const print = (...all: unknown[]) => words.push(...all);
  const page = createContext({ console: { log: print, warn: print, error: print }, setTimeout, URL });
  const script = '{ src: "http://localhost/script.js", tagName: "SCRIPT" }';
  runInContext("globalThis.window = globalThis.self = globalThis", page);
  runInContext(`globalThis.document = { currentScript: ${script}, defaultView: globalThis }`, page);
  try {
    runInContext(readFileSync(file, "utf8"), page);
  } catch (thrown) {
    // A page lives on after an error of a script.
    words.push(thrown);
  }
  return { page, printed: words.join("\n") };
}

describe.each(["rspack", "webpack + enhanced"] as const)("%s", (producer) => {
  test.each([
    ["federation/entry-in-several-files: the entry alone makes no container", "single", "undefined"],
    ["one file does", false, "function"],
  ])("%s", async (_, runtimeChunk, type) => {
    const out = folder();
    const configuration = { optimization: { minimize: false, runtimeChunk } };
    const { errors } = await build(producer, remote(producer, { out, fedseal: false, configuration }));
    expect(errors).toEqual([]);
    const { page } = run(join(out, "remoteEntry.js"));
    expect(runInContext("typeof (globalThis.remote_a || {}).get", page)).toBe(type);
  });

  test("an ES module imports its runtime by itself, and is no finding", async () => {
    const out = folder();
    const configuration = {
      optimization: { minimize: false, runtimeChunk: "single" },
      ...(producer === "webpack + enhanced" && { experiments: { outputModule: true } }),
    };
    const output = { module: true, chunkFormat: "module", chunkLoading: "import" };
    const federation = { library: { type: "module" } };
    const { errors } = await build(producer, remote(producer, { out, configuration, output, federation }));
    expect(errors).toEqual([]);
    expect(readFileSync(join(out, "remoteEntry.js"), "utf8")).toMatch(/import .*static\/js\/runtime\./);
  });

  test.each([
    [
      "shared/eager-missing: a page that needs a package at once does not start",
      {},
      "stopped",
      ["error[shared/eager-missing]"],
    ],
    ["with `eager`", { eager: true }, "started", []],
  ])("%s", async (_, options, outcome, rules) => {
    const context = folder(SCRATCH);
    writeFileSync(join(context, "index.js"), 'import { version } from "react";\nglobalThis.started = version;\n');
    const setup = (out: string, fedseal: false | object) =>
      remote(producer, {
        out,
        fedseal,
        context,
        output: { filename: "[name].js" },
        federation: { exposes: undefined, filename: undefined, shared: { react: { singleton: true, ...options } } },
      });
    const out = folder();
    expect((await build(producer, setup(out, false))).errors).toEqual([]);
    const { page, printed } = run(join(out, "main.js"));
    expect(runInContext("globalThis.started ? 'started' : 'stopped'", page)).toBe(outcome);
    expect(printed.includes("loadShareSync failed")).toBe(outcome === "stopped");
    const { errors } = await build(producer, setup(folder(), {}));
    expect(errors.map((one) => one.split(":")[0])).toEqual(rules);
  });
});
