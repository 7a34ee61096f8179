import { container, HtmlRspackPlugin } from "@rspack/core";
import { FedsealPlugin } from "fedseal";
import { shared } from "../shared.js";

/** @type {import("@rspack/core").Configuration} */
export default {
  mode: "production",
  context: import.meta.dirname,
  entry: "./src/index.jsx",
  output: {
    path: `${import.meta.dirname}/dist`,
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
    new FedsealPlugin(),
    new HtmlRspackPlugin({ title: "shop" }),
  ],
};
