import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nameHash } from "@fedseal/binding";
import { rspack } from "@rspack/core";
import { describe, expect, test } from "vitest";
import webpack from "webpack";
import olderWebpack from "webpack-5.101";
import { type Configuration, folder } from "../bundlers/producers.ts";

/** Hashes in names that bundlers write: verified from the bytes, or not, and never wrongly. */

const bundlers = { rspack, webpack, "webpack 5.101": olderWebpack };

/** Builds an app with a lazy chunk, a style and an asset; returns file → what is known of its name. */
async function build(bundler: keyof typeof bundlers, configuration: Configuration): Promise<Record<string, string>> {
  const dir = folder();
  mkdirSync(join(dir, "src"));
  writeFileSync(
    join(dir, "src/index.js"),
    'import "./a.css"; import("./lazy.js"); console.log(new URL("./x.bin", import.meta.url).href);',
  );
  writeFileSync(join(dir, "src/lazy.js"), 'export default "lazy";');
  writeFileSync(join(dir, "src/a.css"), "a { color: red }");
  writeFileSync(join(dir, "src/x.bin"), "binary");
  const all: Configuration = {
    mode: "production",
    context: dir,
    entry: "./src/index.js",
    devtool: false,
    experiments: { css: true },
    module: { rules: [{ test: /\.css$/, type: "css/auto" }] },
    optimization: { minimize: false, ...configuration.optimization },
    ...configuration,
    output: {
      path: join(dir, "out"),
      filename: "[name].[contenthash:8].js",
      chunkFilename: "chunks/[id]-[contenthash].js",
      cssFilename: "[name].[contenthash:8].css",
      assetModuleFilename: "[name].[contenthash:10][ext]",
      ...configuration.output,
    },
  };
  await new Promise<void>((done, fail) => {
    // biome-ignore lint/suspicious/noExplicitAny: the bundlers' types differ
    (bundlers[bundler] as any)(all, (error: Error | null, stats: { hasErrors(): boolean; toString(): string }) => {
      if (error || stats.hasErrors()) fail(error ?? new Error(stats.toString()));
      else done();
    });
  });
  const files = readdirSync(join(dir, "out"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(js|css|bin)$/.test(file))
    .sort();
  return Object.fromEntries(
    files.map((file) => {
      const found = nameHash(file, readFileSync(join(dir, "out", file)));
      const kind = file
        .replace(/^chunks.*/, "lazy")
        .replace(/^main.*\.(\w+)$/, "main.$1")
        .replace(/^x.*/, "asset");
      return [kind, found ? (found.algorithm ?? "not verified") : "no hash"];
    }),
  );
}

const all = (algorithm: string) => ({ asset: algorithm, lazy: algorithm, "main.css": algorithm, "main.js": algorithm });

describe.each(Object.keys(bundlers) as (keyof typeof bundlers)[])("%s", (bundler) => {
  const usual = bundler === "rspack" ? "xxhash64" : "md4";

  test.each<[string, Configuration, Record<string, string>]>([
    ["as it is", {}, all(usual)],
    ["with source maps", { devtool: "source-map" }, all(usual)],
    ["with another function", { output: { hashFunction: "sha256" } }, all("sha256")],
    ["with base64url", { output: { hashDigest: "base64url" } }, all(usual)],
    ["with a runtime chunk", { optimization: { runtimeChunk: "single" } }, { ...all(usual), "runtime.js": usual }],
    ["with hashes of modules", { optimization: { realContentHash: false } }, { ...all("not verified"), asset: usual }],
    [
      "without hashes",
      {
        output: {
          filename: "[name].js",
          chunkFilename: "chunks/[id].js",
          cssFilename: "[name].css",
          assetModuleFilename: "[name][ext]",
        },
      },
      all("no hash"),
    ],
  ])("%s", async (_, configuration, expected) => {
    const found = await build(bundler, configuration);
    const kinds = Object.fromEntries(
      Object.entries(found).map(([kind, value]) => [kind.replace(/^runtime.*/, "runtime.js"), value]),
    );
    expect(kinds).toEqual(expected);
  });
});
