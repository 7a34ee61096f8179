import { readFileSync } from "node:fs";
import { CopyRspackPlugin, container, HtmlRspackPlugin, SubresourceIntegrityPlugin } from "@rspack/core";
import { FedsealPlugin } from "fedseal";
import { shared } from "../shared.js";

const SHOP = "http://localhost:3001/mf-manifest.json";

/**
 * `--env stock` builds without fedseal, `--env shop=<URL>` says where the remote's manifest is, `--env out=<folder>` where
 * the build goes, `--env key=<public JWK>` whose signature the remote must have.
 *
 * @param {{ stock?: boolean, shop?: string, out?: string, key?: string }} env
 * @returns {import("@rspack/core").Configuration}
 */
export default ({ stock = false, shop = SHOP, out = `${import.meta.dirname}/dist`, key } = {}) => ({
  mode: "production",
  context: import.meta.dirname,
  entry: "./src/index.ts",
  output: {
    path: out,
    clean: true,
    publicPath: "auto",
    uniqueName: "shell",
    filename: "static/js/[name].[contenthash:8].js",
    cssFilename: "static/css/[name].[contenthash:8].css",
    cssChunkFilename: "static/css/[name].[contenthash:8].css",
    // Browsers compare hashes only of files that they may read.
    crossOriginLoading: "anonymous",
  },
  resolve: { extensions: [".tsx", ".ts", "..."] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: "builtin:swc-loader",
        options: {
          jsc: { parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } },
        },
        type: "javascript/auto",
      },
      { test: /\.css$/, type: "css/auto" },
    ],
  },
  plugins: [
    new container.ModuleFederationPlugin({
      name: "shell",
      manifest: true,
      remotes: { shop: `shop@${shop}` },
      shared,
      // By default a host asks every remote for its shared modules before it starts, and one that cannot be had, or is
      // refused, takes the whole page with it.
      shareStrategy: "loaded-first",
    }),
    // The shop is always sealed, so that what nothing seals is not the shop's.
    new FedsealPlugin({
      enabled: !stock,
      enforce: { unsealed: { shop: "block" }, ...(key !== undefined && { signature: { shop: signedBy(key) } }) },
    }),
    new HtmlRspackPlugin({ template: "./src/index.html" }),
    // The policy of the page, and how the files are served: `_headers` of the hosting platform.
    new CopyRspackPlugin({ patterns: [{ from: "public" }] }),
    // The host's own scripts: its page is served with `Integrity-Policy: blocked-destinations=(script)`.
    ...(stock ? [] : [new SubresourceIntegrityPlugin()]),
  ],
});

/** Pins a key: the host carries it, so that whoever replaces files of the remote cannot replace it as well. */
function signedBy(file) {
  return { policy: "require", keys: [JSON.parse(readFileSync(file, "utf8"))] };
}
