import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesOf, flaws, manifestOf, sri } from "../folders.ts";
import { at, emits } from "./plugins.ts";
import {
  build,
  type Compiler,
  compiler,
  copyOfApp,
  folder,
  messages,
  type Producer,
  remote,
  type Setup,
} from "./producers.ts";

/** Kinds of builds that are sealed like the usual one, or say why not. */

const BUNDLERS = ["rspack", "webpack + enhanced"] as const;

const SEALED: Record<string, Setup> = {
  "names that URLs escape": { output: { chunkFilename: "static/js/über [id] + a.js" } },
  "a folder for every chunk": { output: { chunkFilename: "[id]/[contenthash]/a.js" } },
  "chunks that are split to pieces": {
    configuration: { optimization: { minimize: false, splitChunks: { chunks: "async", minSize: 0, maxSize: 2000 } } },
  },
  "source maps beside the files": { configuration: { devtool: "source-map" } },
  "source maps that nothing names": { configuration: { devtool: "hidden-source-map" } },
  "source maps in the files": { configuration: { devtool: "inline-source-map" } },
  "no hashes in names": { output: { filename: "[name].js", chunkFilename: "[name].js" } },
  "the output is cleaned": { output: { clean: true } },
  "content is not compared before it is written": { output: { compareBeforeEmit: false } },
  "path information in code": { output: { pathinfo: true } },
  "modules without a hash of the real content": {
    configuration: { optimization: { realContentHash: false, minimize: false } },
  },
  "a public path with a path": { output: { publicPath: "/shop/assets/" } },
  "a public path of another origin": { output: { publicPath: "https://cdn.example.com/shop/" } },
  "names of modules": { configuration: { optimization: { moduleIds: "named", chunkIds: "named", minimize: false } } },
};

/** Refused with one finding for each file, or for the whole build. */
const REFUSED: Record<string, [Setup, string]> = {
  "names with a query": [{ output: { filename: "static/js/[name].js?v=[contenthash:8]" } }, "asset/ambiguous-url"],
  "names with a percent sign": [{ output: { chunkFilename: "static/js/[id] 100%.js" } }, "asset/ambiguous-url"],
  "files outside of the output folder": [{ output: { chunkFilename: "../[id].js" } }, "asset/unsafe-name"],
  "one runtime for all entries": [
    {
      federation: { runtime: "runtime" },
      configuration: { optimization: { runtimeChunk: "single", minimize: false } },
    },
    "federation/entry-in-several-files",
  ],
};

const rulesOf = (texts: readonly string[]) => texts.map((text) => /\[(.*?)\]/.exec(text)?.[1] ?? text);

describe.each(BUNDLERS)("%s", (producer: Producer) => {
  test.each(Object.entries(SEALED))("%s", async (_, setup) => {
    const out = folder();
    expect((await build(producer, remote(producer, { minimize: false, ...setup, out }))).errors).toEqual([]);
    expect(flaws(out)).toEqual([]);
  });

  test.each(Object.entries(REFUSED))("%s", async (_, [setup, rule]) => {
    const out = folder();
    const { errors } = await build(producer, remote(producer, { minimize: false, ...setup, out }));
    expect([...new Set(rulesOf(errors))]).toEqual([rule]);
    // Each file is told once.
    const told = errors.map((error) => error.split("\n")[0]);
    expect(told).toEqual([...new Set(told)]);
    expect(filesOf(out)).toEqual([]);
  });

  test("an output folder that is a link, a file in it that is one, and one that is a pipe", async () => {
    const real = folder();
    const out = join(folder(), "link");
    symlinkSync(real, out);
    const elsewhere = join(folder(), "elsewhere.js");
    writeFileSync(elsewhere, "elsewhere");
    symlinkSync(elsewhere, join(real, "old.js"));
    execFileSync("mkfifo", [join(real, "pipe.js")]);
    expect((await build(producer, remote(producer, { minimize: false, out }))).errors).toEqual([]);
    rmSync(join(real, "pipe.js"));
    rmSync(join(real, "old.js"));
    expect(flaws(out)).toEqual([]);
    expect(readFileSync(elsewhere, "utf8")).toBe("elsewhere");
  });

  test("files that are links to files elsewhere are written through, and sealed as what is there", async () => {
    const out = folder();
    const elsewhere = join(folder(), "entry.js");
    writeFileSync(elsewhere, "elsewhere");
    symlinkSync(elsewhere, join(out, "remoteEntry.js"));
    expect((await build(producer, remote(producer, { minimize: false, out }))).errors).toEqual([]);
    expect(readFileSync(elsewhere, "utf8").length).toBeGreaterThan(100);
    const { metaData } = manifestOf(out);
    expect(metaData.remoteEntry.integrity).toBe(sri(readFileSync(elsewhere)));
  });

  test("a watched build that breaks and is mended: sealed, no new seal, sealed", async () => {
    const out = folder();
    const context = copyOfApp();
    const lazy = join(context, "lazier.js");
    const before = readFileSync(lazy, "utf8");
    const configuration = remote(producer, { out, context, minimize: false });
    const look = (errors: number) => {
      const sealed = filesOf(out).includes("mf-manifest.json");
      const text = sealed ? readFileSync(join(out, "mf-manifest.json"), "utf8") : undefined;
      return { errors, text, wrong: sealed ? flaws(out, { skip: stale(out) }) : [] };
    };
    const seen: (ReturnType<typeof look> & { sealed: string | undefined })[] = [];
    const steps: [(errors: number) => boolean, (() => void)?][] = [
      [(errors) => errors === 0, () => writeFileSync(lazy, "export const =")],
      [(errors) => errors > 0, () => writeFileSync(lazy, `${before}\n;globalThis.x = 1;`)],
      [(errors) => errors === 0],
    ];
    // Bundlers may build once more for a file that is as new as they are, and enhanced
    // then gives the chunks of shared modules other ids: the last build without errors counts.
    let sealed: string | undefined;
    await watched(compiler(producer, configuration), (errors) => {
      if (errors === 0) sealed = readFileSync(join(out, "mf-manifest.json"), "utf8");
      const [isReached, change] = steps[0] ?? [];
      if (!isReached?.(errors)) return "wait";
      seen.push({ ...look(errors), sealed });
      steps.shift();
      return change;
    });
    const [first, broken, mended] = seen;
    expect(first?.text).toBeDefined();
    expect([first?.wrong, broken?.wrong, mended?.wrong]).toEqual([[], [], []]);
    // Nothing was written: what lies there is still what was sealed.
    expect(broken?.text).toBe(broken?.sealed);
    expect(mended?.text).not.toBe(broken?.text);
  });

  test("one compiler that builds twice, and the output that is cleaned in between", async () => {
    const out = folder();
    const context = copyOfApp();
    const instance = compiler(producer, remote(producer, { out, context, minimize: false, output: { clean: true } }));
    const once = () =>
      new Promise<string[]>((resolve, reject) =>
        instance.run((error, stats) => (error ? reject(error) : resolve(messages(stats).errors))),
      );
    expect(await once()).toEqual([]);
    expect(flaws(out)).toEqual([]);
    writeFileSync(join(context, "lazier.js"), 'export const receipt = "changed";');
    expect(await once()).toEqual([]);
    expect(flaws(out)).toEqual([]);
    await new Promise<void>((resolve) => instance.close(() => resolve()));
  });

  test("two builds at once, each into a folder of the other's output", async () => {
    const out = folder();
    const inner = join(out, "server");
    const outer = remote(producer, { out, minimize: false, fedseal: { exclude: ["server/**"] } });
    const inside = remote(producer, { out: inner, minimize: false });
    const built = await Promise.all([build(producer, outer), build(producer, inside)]);
    expect(built.flatMap(({ errors }) => errors)).toEqual([]);
    expect(flaws(inner)).toEqual([]);
    expect(flaws(out, { skip: filesOf(out).filter((name) => name.startsWith("server/")) })).toEqual([]);
  });

  test("an asset without bytes, one of many megabytes, one that is no code", async () => {
    const out = folder();
    const plugins = [emits({ "empty.json": "", "data.txt": "text", "large.json": `"${"x".repeat(30_000_000)}"` })];
    expect(
      (
        await build(
          producer,
          remote(producer, { out, plugins, minimize: false, configuration: { performance: false } }),
        )
      ).errors,
    ).toEqual([]);
    expect(flaws(out)).toEqual([]);
  });

  test("errors of others that do not keep the bundler from writing do not keep it from being sealed", async () => {
    const out = folder();
    const fails = at(0, (compilation, { webpack }) => void compilation.errors.push(new webpack.WebpackError("theirs")));
    const optimization = { emitOnErrors: true, minimize: false };
    const { errors } = await build(
      producer,
      remote(producer, { out, plugins: [fails], configuration: { optimization } }),
    );
    expect(errors).toEqual(["theirs"]);
    expect(flaws(out)).toEqual([]);
  });
});

/** Files of earlier builds of a watched folder. */
function stale(out: string): string[] {
  const named = manifestOf(out).integrity;
  return filesOf(out).filter((name) => !(name in named));
}

/** Watches until `next` gives no further change. */
function watched(instance: Compiler, next: (errors: number) => (() => void) | "wait" | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const watching = instance.watch({ aggregateTimeout: 50 }, (error, stats) => {
      if (error) return reject(error);
      const change = next(messages(stats).errors.length);
      // A watcher sees a change by its time stamp: not in the same tick as the build.
      if (change === "wait") return;
      if (change) setTimeout(change, 1200);
      else watching.close(() => instance.close(() => resolve()));
    });
  });
}
