import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { constant, entriesOf, filesOf, flaws, manifestOf, sri } from "../folders.ts";
import { invalid } from "../schema.ts";
import { at, emits } from "./plugins.ts";
import { build, folder, PRODUCERS, type Producer, remote } from "./producers.ts";

const LIBRARIES = {
  global: { minimize: true },
  var: { federation: { library: { type: "var", name: "remote_a" } } },
  module: {
    federation: { library: { type: "module" } },
    output: { module: true, chunkFormat: "module", chunkLoading: "import" },
    configuration: { experiments: { outputModule: true } },
  },
  "commonjs-module": {
    federation: { library: { type: "commonjs-module" }, exposes: { "./greet": "./node-only.js" }, shared: {} },
    configuration: { target: "async-node", entry: "./node-only.js" },
  },
} as const;

describe.each(PRODUCERS)("%s", (producer: Producer) => {
  test.each(Object.entries(LIBRARIES))("library type %s", async (name, setup) => {
    const out = folder();
    const configuration = remote(producer, { out, ...setup });
    if (name === "module" && producer.startsWith("rspack")) delete configuration.experiments;
    const built = await build(producer, configuration);
    expect(built.errors).toEqual([]);
    expect(flaws(out)).toEqual([]);
    expect(invalid(manifestOf(out))).toEqual([]);
    const manifest = manifestOf(out);
    expect(entriesOf(manifest).length).toBeGreaterThan(1);
    expect(manifest.exposes[0].assets.js.sync.length).toBeGreaterThan(0);
  });

  test.each(["production", "development"] as const)("%s, with the plugin before Module Federation", async (mode) => {
    const out = folder();
    const built = await build(producer, remote(producer, { out, mode, order: "before" }));
    expect(built.errors).toEqual([]);
    expect(flaws(out)).toEqual([]);
  });

  test("changes no asset, and the same build gives the same manifest", async () => {
    const [first, second, unsealed] = [folder(), folder(), folder()];
    // Enforcement is a part of the chunk loader, and with that of the build.
    const fedseal = { enforce: false } as const;
    await build(producer, remote(producer, { out: first, fedseal }));
    await build(producer, remote(producer, { out: second, fedseal }));
    await build(producer, remote(producer, { out: unsealed, fedseal: false }));
    expect(constant(manifestOf(first))).toEqual(constant(manifestOf(second)));
    expect(filesOf(first)).toEqual(filesOf(unsealed));
    // Rspack's own mf-stats.json is not the same from build to build.
    for (const file of filesOf(first).filter((file) => !file.startsWith("mf-"))) {
      expect(readFileSync(join(first, file)), file).toEqual(readFileSync(join(unsealed, file)));
    }
  });

  test("keeps what Module Federation wrote: keys, order, indentation", async () => {
    const out = folder();
    let written = "";
    const reads = at(4000, (compilation) => {
      written = compilation.getAsset("mf-manifest.json").source.source().toString();
    });
    await build(producer, remote(producer, { out, fedseal: { entries: "string" }, plugins: [reads] }));
    const before = written.split("\n");
    const after = readFileSync(join(out, "mf-manifest.json"), "utf8").split("\n");
    expect(before.length).toBeGreaterThan(20);
    // Every line of the old manifest stands in the new one, in the same order; commas apart, where a key was added
    // behind it, and but for Rspack's `null` for "any version".
    let position = 0;
    for (const line of before.map((line) => line.replace(/,$/, ""))) {
      if (line.includes('"requiredVersion": null')) continue;
      const found = after.findIndex((other, index) => index >= position && other.replace(/,$/, "") === line);
      expect(found, line).toBeGreaterThanOrEqual(position);
      position = found + 1;
    }
  });

  test("a host without exposes", async () => {
    const out = folder();
    const federation = {
      name: "shell",
      exposes: undefined,
      filename: undefined,
      remotes: { shop: "shop@http://localhost:1/mf-manifest.json" },
    };
    const built = await build(producer, remote(producer, { out, federation }));
    expect(built.errors).toEqual([]);
    expect(flaws(out)).toEqual([]);
    expect(invalid(manifestOf(out))).toEqual([]);
  });

  test("without asset lists, the closure still names every file", async () => {
    const out = folder();
    const built = await build(
      producer,
      remote(producer, { out, federation: { manifest: { disableAssetsAnalyze: true } } }),
    );
    expect(built.errors).toEqual([]);
    const manifest = manifestOf(out);
    const scripts = filesOf(out).filter((file) => /\.(js|css)$/.test(file));
    expect(Object.keys(manifest.integrity)).toEqual(scripts);
    expect(manifest.metaData.remoteEntry.integrity).toBe(sri(readFileSync(join(out, "remoteEntry.js"))));
    expect(invalid(manifest)).toEqual([]);
  });

  test("a manifest under another name, in a folder", async () => {
    const out = folder();
    const federation = { manifest: { fileName: "shop.json", filePath: "federation" } };
    const built = await build(producer, remote(producer, { out, federation, output: { publicPath: "/shop/" } }));
    expect(built.errors).toEqual([]);
    expect(flaws(out, { name: "federation/shop.json", skip: ["federation/shop-stats.json"] })).toEqual([]);
  });

  test("entries, algorithm, release, include and exclude", async () => {
    const out = folder();
    const fedseal = {
      entries: "string",
      algorithm: "sha512",
      release: { id: "r1", buildVersion: "7" },
      include: ["static/**/*.txt"],
      exclude: ["static/js/main.*"],
    } as const;
    const plugins = [emits({ "static/js/notes.txt": "notes" })];
    const built = await build(
      producer,
      remote(producer, {
        out,
        fedseal: { ...fedseal, include: [...fedseal.include], exclude: [...fedseal.exclude] },
        plugins,
      }),
    );
    expect(built.errors).toEqual([]);
    const manifest = manifestOf(out);
    expect(manifest.release).toMatchObject({ id: "r1", buildVersion: "7" });
    expect(manifest.exposes[0].assets.js.sync.every((entry: unknown) => typeof entry === "string")).toBe(true);
    expect(manifest.integrity["static/js/notes.txt"]).toBe(sri(Buffer.from("notes"), "sha512"));
    expect(Object.keys(manifest.integrity).some((file) => file.includes("/main."))).toBe(false);
    expect(manifest.metaData.remoteEntry.integrity).toMatch(/^sha512-/);
  });
});
