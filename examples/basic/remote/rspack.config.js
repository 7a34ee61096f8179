import {
  CopyRspackPlugin,
  container,
  HtmlRspackPlugin,
  LightningCssMinimizerRspackPlugin,
  SwcJsMinimizerRspackPlugin,
} from "@rspack/core";
import { FedsealPlugin } from "fedseal";
import { shared } from "../shared.js";

/**
 * `--env stock` builds without fedseal, `--env out=<folder>` says where the build goes, `--env key=<private JWK> --env
 * origin=<origin>` signs it for the origin that will serve it.
 *
 * @param {{ stock?: boolean, out?: string, key?: string, origin?: string }} env
 * @returns {import("@rspack/core").Configuration}
 */
export default ({ stock = false, out = `${import.meta.dirname}/dist`, key, origin } = {}) => ({
  mode: "production",
  context: import.meta.dirname,
  entry: "./src/index.tsx",
  output: {
    path: out,
    clean: true,
    publicPath: "auto",
    uniqueName: "shop",
    filename: "static/js/[name].[contenthash:8].js",
    cssFilename: "static/css/[name].[contenthash:8].css",
    cssChunkFilename: "static/css/[name].[contenthash:8].css",
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
  optimization: {
    minimizer: [
      // ASCII only: whatever encoding a server names, the scripts are the same code.
      new SwcJsMinimizerRspackPlugin({ minimizerOptions: { format: { asciiOnly: true } } }),
      new LightningCssMinimizerRspackPlugin(),
    ],
  },
  plugins: [
    new container.ModuleFederationPlugin({
      name: "shop",
      filename: "remoteEntry.js",
      manifest: true,
      exposes: { "./Button": "./src/Button.tsx" },
      shared,
    }),
    // A developer's machine has no key; in a pipeline it would be `env:FEDSEAL_KEY`.
    new FedsealPlugin({ enabled: !stock, contract: true, sign: key !== undefined && { key, origin } }),
    new HtmlRspackPlugin({ title: "shop" }),
    // How the files are served: `_headers` of the hosting platform.
    new CopyRspackPlugin({ patterns: [{ from: "public" }] }),
  ],
});
