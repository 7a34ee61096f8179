import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync, inflateSync } from "node:zlib";
import { rspack } from "@rspack/core";
import CompressionPlugin from "compression-webpack-plugin";
import { describe, expect, test } from "vitest";
import { filesOf, flaws, manifestOf, sri } from "../folders.ts";
import { at, edits, emits } from "./plugins.ts";
import { build, folder, PRODUCERS, type Producer, remote } from "./producers.ts";
import { WRAPPERS } from "./wrappers.ts";

/** Builds as people have them beside the usual one: what other plugins copy, list, compress and delete. */

const LEGACY = JSON.stringify({
  id: "legacy",
  name: "legacy",
  metaData: {
    name: "legacy",
    type: "app",
    publicPath: "https://legacy.example.com/",
    remoteEntry: { name: "remoteEntry.js", path: "", type: "global" },
  },
  exposes: [
    {
      id: "legacy:Old",
      name: "Old",
      path: "./Old",
      assets: { js: { sync: ["old.js"], async: [] }, css: { sync: [], async: [] } },
    },
  ],
  remotes: [],
  shared: [],
});

const rulesOf = (texts: readonly string[]) => texts.map((text) => /\[(.*?)\]/.exec(text)?.[1] ?? text);

/** Lists the manifest with its hashes, as webpack-assets-manifest and Workbox do. */
const lists = (name: string, stage = 4500, remark = "") =>
  at(stage, (compilation, { webpack }) => {
    const bytes = compilation.getAsset("mf-manifest.json").source.buffer();
    const hash = (algorithm: string, encoding: "hex" | "base64") =>
      createHash(algorithm).update(bytes).digest(encoding);
    const list = { integrity: `sha384-${hash("sha384", "base64")}`, revision: hash("md5", "hex"), remark };
    const text = JSON.stringify({ "mf-manifest.json": list });
    compilation.emitAsset(name, new webpack.sources.RawSource(Buffer.from(text, "latin1")));
  });

describe.each(PRODUCERS)("%s", (producer: Producer) => {
  test("another team's manifest is left as it is", async () => {
    const out = folder();
    const context = folder();
    mkdirSync(join(context, "legacy"));
    writeFileSync(join(context, "legacy/mf-manifest.json"), LEGACY);
    const copied = { "legacy/mf-manifest.json": LEGACY, "docs/mf-manifest.json": "no manifest at all" };
    const plugins = [emits(copied)];
    if (producer.startsWith("rspack")) {
      plugins.push(
        new rspack.CopyRspackPlugin({ patterns: [{ from: join(context, "legacy"), to: "copied" }] }) as never,
      );
    }
    expect((await build(producer, remote(producer, { out, plugins }))).errors).toEqual([]);
    expect(readFileSync(join(out, "legacy/mf-manifest.json"), "utf8")).toBe(LEGACY);
    if (producer.startsWith("rspack")) expect(readFileSync(join(out, "copied/mf-manifest.json"), "utf8")).toBe(LEGACY);
    expect(flaws(out)).toEqual([]);
    expect(manifestOf(out).integrity["legacy/mf-manifest.json"]).toBe(sri(Buffer.from(LEGACY)));
  });

  test("a list with hashes of the manifest is renewed where it can be, else an error that names both", async () => {
    const refused = await build(producer, remote(producer, { plugins: [lists("assets.json")] }));
    expect(rulesOf(refused.errors)).toEqual(["federation/stale-manifest-digest"]);
    expect(refused.errors[0]).toContain("assets.json holds a hash of mf-manifest.json");
    expect(refused.errors[0]).toContain('exclude: ["assets.json"]');

    for (const stage of [2990, 4500]) {
      const out = folder();
      const plugins = [
        lists("assets.json", stage),
        lists("assets.txt", stage, "Gr\xf6\xdfe"),
        new CompressionPlugin({ algorithm: "gzip", minRatio: 10, threshold: 0, test: /assets\.txt$/ }),
      ];
      // Before Module Federation has written its manifest on webpack, there is nothing to list.
      if (stage === 2990 && producer.includes("enhanced")) continue;
      const built = await build(producer, remote(producer, { out, plugins, fedseal: { exclude: ["assets.json"] } }));
      expect(built.errors).toEqual([]);
      const manifest = readFileSync(join(out, "mf-manifest.json"));
      const revision = createHash("md5").update(manifest).digest("hex");
      for (const name of ["assets.json", "assets.txt"]) {
        const list = JSON.parse(readFileSync(join(out, name), "latin1"))["mf-manifest.json"];
        const remark = name === "assets.txt" ? "Gr\xf6\xdfe" : "";
        expect(list).toEqual({ integrity: sri(manifest), revision, remark });
      }
      if (stage === 2990) {
        expect(gunzipSync(readFileSync(join(out, "assets.txt.gz")))).toEqual(readFileSync(join(out, "assets.txt")));
      }
    }
  });

  test("compressed copies of the manifest are renewed, whatever they are called", async () => {
    for (const [filename, copy] of [
      ["gz/[path][base].gz", "gz/mf-manifest.json.gz"],
      ["[name].packed", "mf-manifest.packed"],
    ] as const) {
      const out = folder();
      const plugins = [new CompressionPlugin({ filename, minRatio: 10, threshold: 0, test: /mf-manifest\.json$/ })];
      expect((await build(producer, remote(producer, { out, plugins }))).errors).toEqual([]);
      const manifest = readFileSync(join(out, "mf-manifest.json"));
      expect(gunzipSync(readFileSync(join(out, copy))).equals(manifest)).toBe(true);
      expect(flaws(out)).toEqual([]);
    }
  });

  test("copies of the manifest under any name are renewed, or are an error where the manifest names them", async () => {
    const own = (name: string, make: (bytes: Buffer) => Buffer) =>
      at(4500, (compilation, { webpack }) => {
        const bytes = compilation.getAsset("mf-manifest.json").source.buffer();
        compilation.emitAsset(name, new webpack.sources.RawSource(make(Buffer.from(bytes))));
      });
    const out = folder();
    const plugins = [
      own("copy.bin", gzipSync),
      own("m.gz", gzipSync),
      own("br/mf-manifest.br", brotliCompressSync),
      own("other.gz", () => gzipSync("something else")),
      own("v1/mf-manifest.json", (bytes) => bytes),
      new CompressionPlugin({ algorithm: "deflate", filename: "[path][base].deflate", minRatio: 10, threshold: 0 }),
    ];
    const fedseal = { exclude: ["v1/**"] };
    expect((await build(producer, remote(producer, { out, plugins, fedseal }))).errors).toEqual([]);
    const manifest = readFileSync(join(out, "mf-manifest.json"));
    const held = (name: string, open: (bytes: Buffer) => Buffer) =>
      open(readFileSync(join(out, name))).equals(manifest);
    expect([held("copy.bin", gunzipSync), held("m.gz", gunzipSync)]).toEqual([true, true]);
    expect([held("br/mf-manifest.br", brotliDecompressSync), held("v1/mf-manifest.json", (bytes) => bytes)]).toEqual([
      true,
      true,
    ]);
    expect(held("mf-manifest.json.deflate", inflateSync)).toBe(true);
    // What belongs to other files stays.
    expect(gunzipSync(readFileSync(join(out, "other.gz"))).toString()).toBe("something else");
    expect(filesOf(out)).toContain("remoteEntry.js.deflate");
    expect(flaws(out, { skip: ["v1/mf-manifest.json"] })).toEqual([]);

    for (const [name, make] of [
      ["latest.json", (bytes: Buffer) => bytes],
      ["mf-manifest.gz.json", gzipSync],
    ] as const) {
      const { errors } = await build(producer, remote(producer, { plugins: [own(name, make)] }));
      expect(rulesOf(errors)).toEqual(["federation/stale-manifest-digest"]);
      expect(errors[0]).toContain(`${name} is a copy of mf-manifest.json from before it was sealed`);
      expect(errors[0]).toContain(`exclude: [${JSON.stringify(name)}]`);
    }
  });

  test("what is made of what is made of the manifest is made again, too", async () => {
    const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
    const list = (name: string, stage: number, of: string[]) =>
      at(stage, (compilation, { webpack }) => {
        const bytesOf = (one: string) => Buffer.from(compilation.getAsset(one).source.buffer());
        const text = of.map((one) => `${one} ${sha256(bytesOf(one))}\n`).join("");
        compilation.emitAsset(name, new webpack.sources.RawSource(text));
        compilation.emitAsset(`${name}.br`, new webpack.sources.RawSource(brotliCompressSync(text)));
      });
    const out = folder();
    const plugins = [
      list("a.txt", 4700, ["b.txt", "b.txt.br"]),
      list("b.txt", 4600, ["mf-manifest.json.gz", "mf-manifest.json", "remoteEntry.js"]),
      new CompressionPlugin({ minRatio: 10, threshold: 0, test: /mf-manifest\.json$/ }),
    ];
    expect((await build(producer, remote(producer, { out, plugins }))).errors).toEqual([]);
    const written = (name: string) => readFileSync(join(out, name));
    expect(gunzipSync(written("mf-manifest.json.gz")).equals(written("mf-manifest.json"))).toBe(true);
    for (const name of ["a.txt", "b.txt"]) {
      expect(brotliDecompressSync(written(`${name}.br`)).equals(written(name))).toBe(true);
      const lines = written(name).toString().trim().split("\n");
      for (const [file = "", hash] of lines.map((line) => line.split(" "))) {
        expect([name, file, hash]).toEqual([name, file, sha256(written(file))]);
      }
    }
    expect(flaws(out)).toEqual([]);
  });

  test("what an earlier build left beside the manifest is told", async () => {
    const out = folder();
    for (const name of ["mf-manifest.json.gz", "mf-manifest.json.sig"]) {
      writeFileSync(join(out, name), "of an earlier build");
    }
    const { errors, warnings } = await build(producer, remote(producer, { out }));
    expect(errors).toEqual([]);
    expect(rulesOf(warnings)).toContain("federation/output-not-cleaned");
    const told = warnings.find((one) => one.includes("output-not-cleaned"));
    expect(told).toContain("2 files of an earlier build: mf-manifest.json.gz, mf-manifest.json.sig");
  });

  test("a source of an older plugin, which has no buffer", async () => {
    const out = folder();
    const text = "export {}; // ü";
    const plain = at(-2000, (compilation) =>
      compilation.emitAsset("older.mjs", {
        source: () => text,
        size: () => Buffer.byteLength(text),
        map: () => null,
        sourceAndMap: () => ({ source: text, map: null }),
        updateHash() {},
      }),
    );
    // Rspack wants its own classes.
    if (producer.startsWith("rspack")) return;
    expect((await build(producer, remote(producer, { out, plugins: [plain] }))).errors).toEqual([]);
    expect(flaws(out)).toEqual([]);
  });

  test("a file that is changed as soon as it is written is sealed as it is then", async () => {
    for (let round = 0; round < 5; round++) {
      const out = folder();
      const changes = {
        // biome-ignore lint/suspicious/noExplicitAny: either bundler
        apply(compiler: any) {
          compiler.hooks.assetEmitted.tap("test", (name: string, { targetPath }: { targetPath: string }) => {
            if (name === "remoteEntry.js") appendFileSync(targetPath, "\n/* appended */");
          });
        },
      };
      expect(
        (await build(producer, remote(producer, { out, plugins: [changes], output: { clean: true } }))).errors,
      ).toEqual([]);
      expect(flaws(out)).toEqual([]);
    }
  });

  test("a manifest, or scripts, of which only compressed copies are left", async () => {
    const all = new CompressionPlugin({ deleteOriginalAssets: true, minRatio: 10, threshold: 0 });
    const { errors } = await build(producer, remote(producer, { plugins: [all] }));
    expect(rulesOf(errors)).toEqual(["manifest/missing"]);
    expect(errors[0]).toContain("only its compressed copy mf-manifest.json.gz: a compression plugin deleted it");
    expect(errors[0]).not.toContain("output.publicPath");

    const out = folder();
    const scripts = new CompressionPlugin({ deleteOriginalAssets: true, minRatio: 10, threshold: 0, test: /\.js$/ });
    const without = await build(producer, remote(producer, { out, plugins: [scripts] }));
    expect(new Set(rulesOf(without.errors))).toEqual(new Set(["manifest/entry-not-emitted"]));
    expect(without.errors[0]).toMatch(/Only its compressed copy \S+\.js\.gz is there/);
    expect(filesOf(out)).toEqual([]);
  });

  test("a file that a plugin adds at the very end is told once, with the line that keeps it out", async () => {
    const adds = at(Number.POSITIVE_INFINITY, (compilation, { webpack }) =>
      compilation.emitAsset("assets [1].json", new webpack.sources.RawSource("{}")),
    );
    const { errors } = await build(producer, remote(producer, { plugins: [adds] }));
    expect(rulesOf(errors)).toEqual(["integrity/unlisted-file"]);
    const [, glob = ""] = /exclude: \["(.*?)"\]/.exec(errors[0] ?? "") ?? [];
    const quiet = await build(producer, remote(producer, { plugins: [adds], fedseal: { exclude: [glob] } }));
    expect(quiet.errors).toEqual([]);
  });

  test("a placeholder in the public path that nobody fills in", async () => {
    const literal = edits((text) =>
      text.replace(/"publicPath": ?"[^"]*"/, '"publicPath":"https://cdn.example.com/[fullhash]/"'),
    );
    const { errors } = await build(producer, remote(producer, { plugins: [literal] }));
    expect(rulesOf(errors)).toEqual(["manifest/public-path-template"]);
  });

  test("a build for development that cannot be sealed is written without a manifest", async () => {
    for (const change of [
      (text: string) => text.replace('"remoteEntry.js"', '"gone.js"'),
      (text: string) => text.replace(/"publicPath": ?"[^"]*"/, '"getPublicPath":"return location.href"'),
    ]) {
      const out = folder();
      const setup = { out, mode: "development" as const, plugins: [edits(change)] };
      const { errors } = await build(producer, remote(producer, setup));
      expect(errors).toHaveLength(1);
      const files = filesOf(out);
      expect(files.length).toBeGreaterThan(1);
      expect(files).not.toContain("mf-manifest.json");
    }
  });

  test("a manifest that cannot be written leaves nothing of itself behind", async () => {
    const out = folder();
    mkdirSync(join(out, "mf-manifest.json/in-the-way"), { recursive: true });
    const plugins = [new CompressionPlugin({ minRatio: 10, threshold: 0, test: /mf-manifest\.json$/ })];
    const { errors } = await build(producer, remote(producer, { out, plugins }));
    expect(rulesOf(errors)).toEqual(["file/unwritable"]);
    expect(filesOf(out)).not.toContain("mf-manifest.json.gz");
  });

  test("plugins that upload find the sealed manifest in the assets and in the statistics", async () => {
    const out = folder();
    const seen: Record<string, unknown> = {};
    const uploads = {
      // biome-ignore lint/suspicious/noExplicitAny: either bundler
      apply(compiler: any) {
        // biome-ignore lint/suspicious/noExplicitAny: either bundler
        compiler.hooks.afterEmit.tap("upload", (compilation: any) => {
          seen.source = compilation.getAsset("mf-manifest.json").source.source().toString();
          seen.disk = readFileSync(join(out, "mf-manifest.json"), "utf8");
        });
        // biome-ignore lint/suspicious/noExplicitAny: either bundler
        compiler.hooks.done.tap("upload", (stats: any) => {
          const { assets } = stats.toJson({ all: false, assets: true });
          seen.stats = assets.find((asset: { name: string }) => asset.name === "mf-manifest.json");
        });
      },
    };
    expect((await build(producer, remote(producer, { out, plugins: [uploads] }))).errors).toEqual([]);
    const text = readFileSync(join(out, "mf-manifest.json"), "utf8");
    expect(JSON.parse(text).integrity).toBeDefined();
    expect(seen).toMatchObject({ source: text, disk: text, stats: { name: "mf-manifest.json", size: text.length } });
  });

  test("a file that lay in the output folder, and that the bundler takes for its own", async () => {
    const out = folder();
    const output = { filename: "[name].[contenthash].js", chunkFilename: "chunks/[name].[contenthash].js" };
    expect((await build(producer, remote(producer, { out, output }))).errors).toEqual([]);
    const first = readFileSync(join(out, "mf-manifest.json"));
    const chunk = filesOf(out).find((file) => file.startsWith("chunks/") && file.endsWith(".js")) ?? "";
    const path = join(out, chunk);
    const own = readFileSync(path);
    writeFileSync(path, Buffer.concat([own, Buffer.from("// not of this build")]));
    const { errors } = await build(producer, remote(producer, { out, output }));
    // Whoever writes it again has mended it.
    if (errors.length > 0) {
      expect(rulesOf(errors)).toEqual(["integrity/changed-after-seal"]);
      expect(errors[0]).toContain(`${chunk} lay in the output folder before the build`);
    } else {
      expect(readFileSync(path)).toEqual(own);
      expect(flaws(out)).toEqual([]);
    }
    expect(readFileSync(join(out, "mf-manifest.json"))).toEqual(first);
  });
});

test.each(Object.keys(WRAPPERS))("another team's manifest beside a plugin that is applied by %s", async (way) => {
  const out = folder();
  const configuration = remote("webpack + enhanced", { out, plugins: [emits({ "legacy/mf-manifest.json": LEGACY })] });
  configuration.plugins = configuration.plugins.map((plugin: object) =>
    plugin.constructor.name === "ModuleFederationPlugin" ? WRAPPERS[way]?.(plugin) : plugin,
  );
  expect((await build("webpack + enhanced", configuration)).errors).toEqual([]);
  expect(readFileSync(join(out, "legacy/mf-manifest.json"), "utf8")).toBe(LEGACY);
  expect(flaws(out)).toEqual([]);
});

test("two federation plugins whose manifests have the same name", async () => {
  const first = remote("webpack + enhanced", { federation: { name: "one", filename: "one.js" } });
  const second = remote("webpack + enhanced", { federation: { name: "two", filename: "two.js" } });
  const federation = second.plugins.find((plugin: object) => plugin.constructor.name === "ModuleFederationPlugin");
  first.plugins.unshift(federation);
  const { errors } = await build("webpack + enhanced", first);
  expect(errors.join("\n")).toContain('the ModuleFederationPlugins of "two" and "one" both write mf-manifest.json');
});

// enhanced's plugin for Rspack refuses a second one by itself.
describe.each(["rspack", "webpack + enhanced"] as const)(
  "%s: one plugin for the host, one for the remote",
  (producer) => {
    test.each(["first", "last"])("the host part stands %s", async (place) => {
      const out = folder();
      const shell = remote(producer, {
        federation: {
          name: "shell",
          manifest: { fileName: "shell-manifest.json" },
          filename: undefined,
          exposes: undefined,
          remotes: { cart: "cart@http://127.0.0.1:1/mf-manifest.json" },
          shareStrategy: "loaded-first",
        },
      });
      const host = shell.plugins.find((plugin: object) => plugin.constructor.name === "ModuleFederationPlugin");
      const both = remote(producer, { out, fedseal: { enforce: { unsealed: "block" } } });
      both.plugins = place === "first" ? [host, ...both.plugins] : [...both.plugins, host];
      const { errors, warnings } = await build(producer, both);
      expect(errors).toEqual([]);
      const leaked = warnings.filter((one) => one.startsWith("warning[federation/exposes-of-another-plugin]"));
      expect(leaked).toHaveLength(producer === "rspack" ? 1 : 0);
      if (producer === "rspack") {
        expect(leaked[0]).toContain(
          'the ModuleFederationPlugin of "shell" exposes nothing, but its manifest lists what that of "remote_a" exposes: ./Button',
        );
      }
      expect(manifestOf(out, "shell-manifest.json")).toMatchObject({
        name: "shell",
        exposes: [],
        remotes: [{ alias: "cart" }],
      });
      expect(manifestOf(out).exposes.map(({ path }: { path: string }) => path)).toEqual(["./Button"]);
      const skip = ["mf-manifest.json", "shell-manifest.json", "shell-manifest-stats.json"];
      for (const name of ["mf-manifest.json", "shell-manifest.json"]) expect(flaws(out, { name, skip })).toEqual([]);
    });
  },
);
