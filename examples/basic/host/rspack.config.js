import { container, HtmlRspackPlugin } from "@rspack/core";
import { FedsealPlugin } from "fedseal";
import { shared } from "../shared.js";

/** @type {import("@rspack/core").Configuration} */
export default {
  mode: "production",
  context: import.meta.dirname,
  entry: "./src/index.js",
  output: {
    path: `${import.meta.dirname}/dist`,
    clean: true,
    publicPath: "auto",
    uniqueName: "shell",
    filename: "static/js/[name].[contenthash:8].js",
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
    ],
  },
  plugins: [
    new container.ModuleFederationPlugin({
      name: "shell",
      manifest: true,
      remotes: { shop: "shop@http://localhost:3001/mf-manifest.json" },
      shared,
    }),
    new FedsealPlugin(),
    new HtmlRspackPlugin({ title: "shell" }),
  ],
};
