import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rspack } from "@rspack/core";
import type { Browser } from "playwright-core";
import TerserPlugin from "terser-webpack-plugin";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folder, SCRATCH } from "../scratch.ts";
import { buildHost, buildRemote } from "./apps.ts";
import { launch } from "./browser.ts";
import { type Outcome, visit } from "./page.ts";
import { FileServer } from "./server.ts";

/**
 * A hash covers bytes, and a browser decodes the bytes of a classic script as the server's header says. Text that is only
 * text in UTF-8 is code in Shift_JIS; `asset/encoding-dependent-script` asks for the minimizer's option that ends this.
 */

const WORKS = { panel: "panel with react 19", details: "details" };
const server = await new FileServer().start();
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/**
 * In UTF-8 one text. In Shift_JIS the last byte of ŝ and the backslash are one character: the text ends at the first inner
 * backtick, what follows runs, and the second ŝ is the name of a function that is never called.
 */
// biome-ignore lint/suspicious/noTemplateCurlyInString: source text of the remote
const TEXT = "`${globalThis.origin} ŝ\\`+(globalThis.__EVIL__=1)||ŝ\\``";

const MINIMIZERS = {
  rspack: (format: object) => new rspack.SwcJsMinimizerRspackPlugin({ minimizerOptions: { format } }),
  "webpack + enhanced": (format: object) => new TerserPlugin({ terserOptions: { format } }),
};
const CURES = { rspack: { asciiOnly: true }, "webpack + enhanced": { ascii_only: true } };

describe.each(["rspack", "webpack + enhanced"] as const)("%s", (producer) => {
  const slug = producer.replaceAll(/[^a-z]+/g, "-");

  /** Builds remote and host, and returns how to load them with the remote's scripts in an encoding. */
  async function deploy(name: string, kind: "script" | "module", format: object, mark = "") {
    const context = folder(SCRATCH);
    cpSync(join(import.meta.dirname, "app/remote"), context, { recursive: true });
    const panel = readFileSync(join(context, "Panel.js"), "utf8");
    writeFileSync(join(context, "Panel.js"), `${panel}\nglobalThis.text = ${TEXT};\n`);
    const sealed = folder();
    const emitted = { apply: marks(mark) };
    await buildRemote(producer, kind, {
      out: sealed,
      configuration: {
        context,
        optimization: {
          minimize: true,
          minimizer: [MINIMIZERS[producer](format)],
          chunkIds: "named",
          moduleIds: "named",
        },
      },
      plugins: [emitted],
    });
    const host = folder();
    const path = `${slug}-${name}`;
    const built = await buildHost(producer, `${server.origin}/${path}/mf-manifest.json`, {
      out: host,
      fedseal: { enforce: { unsealed: "block" } },
    });
    expect(built.errors).toEqual([]);
    server.folders.set(path, sealed).set(`${path}-host`, host);
    return async (charset: string): Promise<Outcome> => {
      server.reset();
      server.tamper = (asked, body) =>
        asked.startsWith(`/${path}/`) && asked.endsWith(".js") && body
          ? { body, headers: { "content-type": `text/javascript; charset=${charset}` } }
          : undefined;
      const remote =
        kind === "module"
          ? { name: "shop", entry: `${server.origin}/${path}/remoteEntry.js`, type: "module" }
          : undefined;
      return visit(browser, `${server.origin}/${path}-host/`, { remote });
    };
  }

  test("text becomes code: the hash matches, and nothing is reported", async () => {
    const load = await deploy("plain", "script", {});
    expect(await load("utf-8")).toMatchObject({ evil: 0, result: WORKS, told: [] });
    expect(await load("shift_jis")).toMatchObject({ evil: 1, result: WORKS, told: [] });
  });

  test("with the minimizer's option no encoding changes anything", async () => {
    const load = await deploy("cured", "script", CURES[producer]);
    for (const charset of [
      "utf-8",
      "shift_jis",
      "big5",
      "gb18030",
      "euc-kr",
      "iso-2022-jp",
      "windows-1252",
      "x-user-defined",
    ]) {
      expect(await load(charset), charset).toMatchObject({ evil: 0, result: WORKS, told: [] });
    }
    // Two bytes a character, or one for everything: the script breaks, and none of it runs.
    for (const charset of ["utf-16le", "utf-16be", "iso-2022-kr"]) {
      const broken = await load(charset);
      expect(broken, charset).toMatchObject({ evil: 0, alive: true });
      expect(broken.error, charset).toBeDefined();
    }
  });

  test("a byte order mark comes before the header", async () => {
    const load = await deploy("marked", "script", {}, "\ufeff");
    expect(await load("shift_jis")).toMatchObject({ evil: 0, result: WORKS, told: [] });
  });

  test("ES modules are UTF-8 whatever the header says", async () => {
    const load = await deploy("module", "module", {});
    expect(await load("shift_jis")).toMatchObject({ evil: 0, result: WORKS, told: [] });
  });
});

/** Puts a mark before every script, after the minimizer. */
function marks(mark: string) {
  // biome-ignore lint/suspicious/noExplicitAny: either bundler
  return (compiler: any) => {
    // biome-ignore lint/suspicious/noExplicitAny: either bundler
    compiler.hooks.thisCompilation.tap("marks", (compilation: any) => {
      const { ConcatSource } = compiler.webpack.sources;
      compilation.hooks.processAssets.tap({ name: "marks", stage: 450 }, () => {
        for (const name of Object.keys(compilation.assets).filter((asset) => mark && asset.endsWith(".js"))) {
          compilation.updateAsset(name, (source: unknown) => new ConcatSource(mark, source));
        }
      });
    });
  };
}
