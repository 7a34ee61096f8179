import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { rspack } from "@rspack/core";
import CompressionPlugin from "compression-webpack-plugin";
import { FedsealPlugin } from "fedseal";
import { createFsFromVolume, Volume } from "memfs";
import { describe, expect, test, vi } from "vitest";
import webpack from "webpack";
import { constant, filesOf, flaws, manifestOf, sri } from "../folders.ts";
import { at, edits, emits } from "./plugins.ts";
import {
  type Built,
  build,
  compiler,
  copyOfApp,
  folder,
  isWebpack,
  messages,
  PRODUCERS,
  type Producer,
  remote,
  run,
} from "./producers.ts";

const BUNDLERS = ["rspack", "webpack + enhanced"] as const;

/** Collects what the plugin logs. */
function log() {
  const lines: string[] = [];
  const console = { ...globalThis.console, info: (line: string) => lines.push(line) };
  return { lines, configuration: { infrastructureLogging: { level: "info", colors: false, console } } };
}

describe.each(PRODUCERS)("%s", (producer: Producer) => {
  test("watching: seals every rebuild, hashes only what changed", async () => {
    const out = folder();
    const context = copyOfApp();
    const { lines, configuration } = log();
    const optimization = { realContentHash: false, minimize: false };
    const setup = { out, context, mode: "development" as const, configuration: { ...configuration, optimization } };
    const { output } = remote(producer, setup);
    const instance = compiler(
      producer,
      remote(producer, { ...setup, output: { ...output, filename: "[name].js", cssChunkFilename: "[name].css" } }),
    );
    const builds: Built[] = [];
    const before: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const watching = instance.watch({ aggregateTimeout: 50 }, (error, stats) => {
        if (error) return reject(error);
        builds.push(messages(stats));
        if (builds.length === 1) {
          before.push(...flaws(out));
          // A watcher sees a change by its time stamp: not in the same tick as the build.
          setTimeout(() => writeFileSync(join(context, "lazier.js"), 'export const receipt = "changed";'), 1200);
        } else if (manifestOf(out).integrity && readsChanged(out)) {
          watching.close(() => instance.close(() => resolve()));
        }
      });
    });
    expect(builds.flatMap((one) => one.errors)).toEqual([]);
    expect(before).toEqual([]);
    expect(flaws(out)).toEqual([]);
    const sealed = lines.filter((line) => line.includes("fedseal: sealed"));
    expect(sealed[0]).not.toContain("changed");
    expect(sealed.at(-1)).toMatch(
      /fedseal: sealed \d+ files \([\d.]+ [KM]iB\), [1-3] changed, in \d+ ms → mf-manifest.json/,
    );
  });

  test("a second build from the persistent cache is sealed the same", async () => {
    const out = folder();
    const cacheFolder = folder();
    const context = copyOfApp();
    const cache = isWebpack(producer)
      ? { type: "filesystem", cacheDirectory: cacheFolder }
      : { type: "persistent", storage: { type: "filesystem", directory: cacheFolder } };
    const setup = { out, context, configuration: { cache } };
    expect((await build(producer, remote(producer, setup))).errors).toEqual([]);
    const first = manifestOf(out);
    expect((await build(producer, remote(producer, setup))).errors).toEqual([]);
    expect(flaws(out)).toEqual([]);
    expect(constant(manifestOf(out))).toEqual(constant(first));
    expect(filesOf(cacheFolder).length).toBeGreaterThan(0);
  });

  test("output in memory is sealed and checked there", async () => {
    const volume = new Volume();
    const instance = compiler(producer, remote(producer, { out: "/memory" }));
    instance.outputFileSystem = createFsFromVolume(volume);
    expect((await run(instance)).errors).toEqual([]);
    const files = volume.toJSON();
    const manifest = JSON.parse(files["/memory/mf-manifest.json"] as string);
    expect(manifest.integrity["remoteEntry.js"]).toBe(sri(Buffer.from(files["/memory/remoteEntry.js"] as string)));
  });

  test("compressed copies of the manifest are renewed", async () => {
    const out = folder();
    const plugins = [
      new CompressionPlugin({ algorithm: "gzip", minRatio: 10, threshold: 0 }),
      new CompressionPlugin({ algorithm: "brotliCompress", filename: "[path][base].br", minRatio: 10, threshold: 0 }),
    ];
    expect((await build(producer, remote(producer, { out, plugins }))).errors).toEqual([]);
    expect(flaws(out)).toEqual([]);
    const manifest = readFileSync(join(out, "mf-manifest.json"));
    expect(gunzipSync(readFileSync(join(out, "mf-manifest.json.gz"))).equals(manifest)).toBe(true);
    expect(brotliDecompressSync(readFileSync(join(out, "mf-manifest.json.br"))).equals(manifest)).toBe(true);
    expect(gunzipSync(readFileSync(join(out, "remoteEntry.js.gz")))).toEqual(readFileSync(join(out, "remoteEntry.js")));
  });

  test("what other plugins write into the output is seen, wherever they stand", async () => {
    const tampers = (out: string) => ({
      // biome-ignore lint/suspicious/noExplicitAny: either bundler
      apply(compiler: any) {
        compiler.hooks.afterEmit.tap("test", () => appendFileSync(join(out, "remoteEntry.js"), "/* late */"));
      },
    });
    for (const last of [false, true]) {
      const out = folder();
      const configuration = remote(producer, { out, plugins: last ? [] : [tampers(out)] });
      if (last) configuration.plugins.push(tampers(out));
      const { errors } = await build(producer, configuration);
      expect(errors.map((error) => error.split("]")[0])).toEqual(["error[integrity/changed-after-seal"]);
      expect(errors[0]).toMatch(/remoteEntry\.js has other bytes than were sealed \([\d.]+ \w+, now [\d.]+ \w+\)/);
      // A manifest that is not true of its files does not stay.
      expect(filesOf(out)).not.toContain("mf-manifest.json");
    }
    const out = folder();
    const relaxed = remote(producer, { out, plugins: [tampers(out)], fedseal: { verify: false } });
    expect((await build(producer, relaxed)).errors).toEqual([]);
  });

  test("an asset that changes before it is written is sealed as it is written; one that is added fails the build", async () => {
    const changes = at(Number.POSITIVE_INFINITY, (compilation, { webpack }) => {
      const text = compilation.getAsset("remoteEntry.js").source.source();
      compilation.updateAsset("remoteEntry.js", new webpack.sources.RawSource(`/* late */${text}`));
    });
    const out = folder();
    expect((await build(producer, remote(producer, { out, plugins: [changes] }))).errors).toEqual([]);
    expect(readFileSync(join(out, "remoteEntry.js"), "utf8")).toContain("/* late */");
    expect(flaws(out)).toEqual([]);

    // The same where the clock of the file system is behind, so that every file seems to have lain there before.
    const clock = vi.spyOn(Date, "now").mockImplementation(() => performance.timeOrigin + performance.now() + 60_000);
    const behind = folder();
    const { errors: none } = await build(producer, remote(producer, { out: behind, plugins: [changes] }));
    clock.mockRestore();
    expect(none).toEqual([]);
    expect(flaws(behind)).toEqual([]);

    const adds = at(Number.POSITIVE_INFINITY, (compilation, { webpack }) =>
      compilation.emitAsset("later.js", new webpack.sources.RawSource("later")),
    );
    const { errors } = await build(producer, remote(producer, { plugins: [adds] }));
    expect(errors.map((error) => error.split("]")[0])).toEqual(["error[integrity/unlisted-file"]);
  });

  test("a file that is gone after writing fails the build", async () => {
    const out = folder();
    const gone = {
      // biome-ignore lint/suspicious/noExplicitAny: either bundler
      apply(compiler: any) {
        compiler.hooks.afterEmit.tap({ name: "test", stage: -100 }, () => rmSync(join(out, "remoteEntry.js")));
      },
    };
    const { errors } = await build(producer, remote(producer, { out, plugins: [gone] }));
    expect(errors.map((error) => /\[(.*?)\]/.exec(error)?.[1])).toEqual(["file/unreadable"]);
  });

  test("an error writes nothing", async () => {
    const out = folder();
    const broken = edits((text) => text.replace('"remoteEntry.js"', '"gone.js"'));
    const { errors } = await build(producer, remote(producer, { out, plugins: [broken] }));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("manifest/entry-not-emitted");
    expect(errors[0]).toContain("gone.js is named, but was not emitted");
    expect(filesOf(out)).toEqual([]);
  });

  test("what another plugin did to the manifest", async () => {
    const cases: [string, (text: string) => string][] = [
      ["manifest/invalid-json", (text) => text.slice(0, -10)],
      ["manifest/invalid-json", () => ""],
      ["manifest/too-large", (text) => `${text}${" ".repeat(33 * 1024 * 1024)}`],
      ["manifest/too-deep", () => `{"x":${"[".repeat(500)}${"]".repeat(500)}}`],
      ["manifest/duplicate-key", (text) => text.replace('"name"', '"id": "x", "name"')],
      ["asset/unsafe-name", (text) => text.replace('"remoteEntry.js"', '"../remoteEntry.js"')],
      ["manifest/unsupported-schema-version", (text) => text.replace("{", '{"schemaVersion": "2.0.0",')],
    ];
    for (const [rule, change] of cases) {
      const { errors } = await build(producer, remote(producer, { plugins: [edits(change)] }));
      expect(errors.map((error) => /\[(.*?)\]/.exec(error)?.[1])).toEqual([rule]);
    }
  });

  test("names", async () => {
    const good = { "with space.js": "1", "ünï/cödé.js": "2", "a.min.css": "" };
    const out = folder();
    expect((await build(producer, remote(producer, { out, plugins: [emits(good)] }))).errors).toEqual([]);
    expect(flaws(out)).toEqual([]);
    for (const [name, rule] of [
      ["a.js?v=1", "asset/ambiguous-url"],
      ["a#b.js", "asset/ambiguous-url"],
      ["a%20b.js", "asset/ambiguous-url"],
      ["../outside.js", "asset/unsafe-name"],
      ["a\\b.js", "asset/unsafe-name"],
    ] as const) {
      const { errors } = await build(producer, remote(producer, { plugins: [emits({ [name]: "x" })] }));
      expect(
        errors.map((error) => /\[(.*?)\]/.exec(error)?.[1]),
        name,
      ).toEqual([rule]);
    }
  });

  test("warnings: publicPath, types that were not emitted, an empty script", async () => {
    const out = folder();
    const plugins = [
      emits({ "empty.js": "" }),
      edits((text) => {
        const manifest = JSON.parse(text);
        manifest.metaData.types = { path: "", name: "", zip: "@mf-types.zip", api: "@mf-types.d.ts" };
        return JSON.stringify(manifest);
      }),
    ];
    const built = await build(producer, remote(producer, { out, plugins, output: { publicPath: "/shop" } }));
    expect(built.errors).toEqual([]);
    const rules = built.warnings.map((warning) => /\[(.*?)\]/.exec(warning)?.[1]).filter((rule) => rule?.includes("/"));
    expect([...new Set(rules)].sort()).toEqual([
      "asset/empty",
      "manifest/public-path-without-slash",
      "manifest/types-not-emitted",
    ]);
  });
});

/** Whether the rebuilt chunk is the one on disk. */
function readsChanged(out: string): boolean {
  return filesOf(out).some(
    (file) => file.endsWith(".js") && readFileSync(join(out, file), "utf8").includes('"changed'),
  );
}

describe.each(BUNDLERS)("%s", (producer) => {
  test("two compilers, one plugin instance", async () => {
    const outs = [folder(), folder()];
    const plugin = new FedsealPlugin();
    const configurations = outs.map((out, index) =>
      Object.assign(
        remote(producer, { out, fedseal: false, federation: { name: `remote_${index}` }, plugins: [plugin] }),
        {
          name: `compiler_${index}`,
        },
      ),
    );
    expect((await build(producer, configurations)).errors).toEqual([]);
    for (const [index, out] of outs.entries()) {
      expect(flaws(out)).toEqual([]);
      expect(manifestOf(out).name).toBe(`remote_${index}`);
    }
  });

  test("ten thousand assets", async () => {
    const out = folder();
    const assets = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, number) => [`many/${number}.js`, `${number}`]),
    );
    expect((await build(producer, remote(producer, { out, plugins: [emits(assets)] }))).errors).toEqual([]);
    expect(flaws(out)).toEqual([]);
  });

  test("somebody else's SRI strings in asset info", async () => {
    const out = folder();
    const strange = at(4000, (compilation) => {
      for (const { name } of compilation.getAssets()) {
        const info = compilation.getAsset(name).info;
        if (name.endsWith(".js"))
          compilation.updateAsset(name, (old: unknown) => old, { ...info, contenthash: ["sha384-AAAA", "x"] });
      }
    });
    expect((await build(producer, remote(producer, { out, plugins: [strange] }))).errors).toEqual([]);
    expect(flaws(out)).toEqual([]);
  });

  test("hot updates are not part of the closure", async () => {
    const out = folder();
    const { HotModuleReplacementPlugin } = producer === "rspack" ? rspack : webpack;
    const plugins = [
      new HotModuleReplacementPlugin(),
      emits({ "main.abc.hot-update.js": "x", "main.abc.hot-update.json": "{}" }, { hotModuleReplacement: true }),
    ];
    expect((await build(producer, remote(producer, { out, mode: "development", plugins }))).errors).toEqual([]);
    expect(flaws(out)).toEqual([]);
  });

  test("switched off, the build is the same as without fedseal", async () => {
    const [off, without] = [folder(), folder()];
    await build(producer, remote(producer, { out: off, fedseal: { enabled: false } }));
    await build(producer, remote(producer, { out: without, fedseal: false }));
    expect(readFileSync(join(off, "mf-manifest.json"))).toEqual(readFileSync(join(without, "mf-manifest.json")));
  });

  test("the lines of a build", async () => {
    const { lines, configuration } = log();
    await build(producer, remote(producer, { configuration }));
    expect(
      lines.filter((line) => line.includes("fedseal")).map((line) => line.replaceAll(/\d+(\.\d+)?/g, "N")),
    ).toEqual([
      expect.stringMatching(/fedseal: `output\.crossOriginLoading` was not set and is "anonymous" now/),
      expect.stringMatching(/fedseal: sealed N files \(N [KM]iB\) in N ms → mf-manifest\.json$/),
    ]);
  });
});

describe.each(PRODUCERS)("%s", (producer: Producer) => {
  test.each(["[id].bundle", ".chunks/[id].js", "[id].JS", "[id]", "[id].hot-update.js"])(
    "chunks are code, whatever their names end in: %s",
    async (chunkFilename) => {
      const out = folder();
      const setup = { out, federation: { manifest: { disableAssetsAnalyze: true } }, output: { chunkFilename } };
      expect((await build(producer, remote(producer, setup))).errors).toEqual([]);
      const chunks = filesOf(out).filter((file) => !/\.(json|txt|LICENSE)$/.test(file));
      // Sorted again: JavaScript moves keys that are numbers to the front.
      expect(Object.keys(manifestOf(out).integrity).sort()).toEqual(chunks);
    },
  );
});

test("a buffer that its owner writes to between two builds is hashed again", async () => {
  const out = folder();
  const context = copyOfApp();
  const shared = Buffer.from("first");
  const reused = at(-2000, (compilation, { webpack }) =>
    compilation.emitAsset("reused.js", new webpack.sources.RawSource(shared)),
  );
  const setup = { out, context, mode: "development" as const, plugins: [reused] };
  const instance = compiler("webpack + enhanced", remote("webpack + enhanced", setup));
  let builds = 0;
  await new Promise<void>((resolve, reject) => {
    const watching = instance.watch({ aggregateTimeout: 50 }, (error) => {
      if (error) return reject(error);
      builds += 1;
      if (builds === 1) {
        shared.write("other");
        setTimeout(() => writeFileSync(join(context, "lazier.js"), 'export const receipt = "changed";'), 1200);
      } else if (readsChanged(out)) {
        watching.close(() => instance.close(() => resolve()));
      }
    });
  });
  // Earlier chunks are still in the folder; this file is the one in question.
  expect(readFileSync(join(out, "reused.js"), "utf8")).toBe("other");
  expect(manifestOf(out).integrity["reused.js"]).toBe(sri(Buffer.from("other")));
});

test.each(BUNDLERS)("%s: an output path that is a template", async (producer) => {
  const out = folder();
  const built = await build(producer, remote(producer, { output: { path: join(out, "[fullhash]") } }));
  expect(built.errors).toEqual([]);
  expect(flaws(join(out, filesOf(out)[0]?.split("/")[0] ?? ""))).toEqual([]);
});

test("Rspack's SubresourceIntegrityPlugin beside it", async () => {
  const out = folder();
  const plugins = [new rspack.SubresourceIntegrityPlugin()];
  const built = await build("rspack", remote("rspack", { out, plugins, output: { crossOriginLoading: "anonymous" } }));
  expect(built.errors).toEqual([]);
  expect(flaws(out)).toEqual([]);
});

test("types that Module Federation generated are hashed", async () => {
  const out = folder();
  const context = copyOfApp();
  writeFileSync(join(context, "typed.ts"), "export const price = (article: string): number => article.length;\n");
  const compilerOptions = {
    target: "ES2022",
    module: "ESNext",
    moduleResolution: "Bundler",
    strict: true,
    skipLibCheck: true,
  };
  writeFileSync(join(context, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["typed.ts"] }));
  const federation = {
    exposes: { "./price": "./typed.ts" },
    shared: {},
    dts: { generateTypes: { tsConfigPath: join(context, "tsconfig.json"), abortOnError: true }, consumeTypes: false },
  };
  const configuration = {
    module: { rules: [{ test: /\.ts$/, loader: "builtin:swc-loader", type: "javascript/auto" }] },
    entry: "./version.js",
  };
  const built = await build(
    "rspack + enhanced",
    remote("rspack + enhanced", { out, context, federation, configuration }),
  );
  expect(built.errors).toEqual([]);
  const { types } = manifestOf(out).metaData;
  expect(types.zip).toMatch(/\.zip$/);
  expect(types.integrity.zip).toBe(sri(readFileSync(join(out, types.path, types.zip))));
});
