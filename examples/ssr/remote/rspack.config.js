import { container, DefinePlugin } from "@rspack/core";
import { FedsealPlugin } from "fedseal";

/** @type {import("@rspack/core").Configuration} */
export default {
  mode: "production",
  // Chunks are read without blocking, which leaves time to fetch and check them.
  target: "async-node",
  context: import.meta.dirname,
  entry: {},
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
    // Builds for servers leave styles out unless they are told not to. The page links to them.
    generator: { "css/auto": { exportsOnly: false } },
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
      library: { type: "commonjs-module", name: "shop" },
      manifest: true,
      exposes: { "./Button": "./src/Button.jsx" },
      shared: { react: { singleton: true, requiredVersion: "^19.0.0" } },
    }),
    new FedsealPlugin(),
    new DefinePlugin({ RELEASE: JSON.stringify(process.env.RELEASE ?? "stable") }),
  ],
};
