import { container, HtmlRspackPlugin } from "@rspack/core";
import { FedsealPlugin } from "fedseal";
import { shared } from "../shared.js";

/**
 * `--env stock` builds without fedseal, `--env out=<folder>` says where the build goes.
 *
 * @param {{ stock?: boolean, out?: string }} env
 * @returns {import("@rspack/core").Configuration}
 */
export default ({ stock = false, out = `${import.meta.dirname}/dist` } = {}) => ({
  mode: "production",
  context: import.meta.dirname,
  entry: "./src/index.jsx",
  output: {
    path: out,
    clean: true,
    publicPath: "auto",
    uniqueName: "shop",
    filename: "static/js/[name].[contenthash:8].js",
    cssFilename: "static/css/[name].[contenthash:8].css",
    cssChunkFilename: "static/css/[name].[contenthash:8].css",
  },
  resolve: { extensions: [".jsx", "..."] },
  module: {
    rules: [
      {
        test: /\.jsx$/,
        loader: "builtin:swc-loader",
        options: {
          jsc: { parser: { syntax: "ecmascript", jsx: true }, transform: { react: { runtime: "automatic" } } },
        },
        type: "javascript/auto",
      },
      { test: /\.css$/, type: "css/auto" },
    ],
  },
  plugins: [
    new container.ModuleFederationPlugin({
      name: "shop",
      filename: "remoteEntry.js",
      manifest: true,
      exposes: { "./Button": "./src/Button.jsx" },
      shared,
    }),
    new FedsealPlugin({ enabled: !stock }),
    new HtmlRspackPlugin({ title: "shop" }),
  ],
});
