// One build of the remote, in a process of its own: bench/contract.mjs starts and measures it.
import { createRequire } from "node:module";
import { rspack } from "@rspack/core";
import { FedsealPlugin } from "fedseal";

const { plugin, context, output, exposes } = JSON.parse(process.argv[2]);
const federation = {
  name: "bench",
  filename: "remoteEntry.js",
  exposes,
  manifest: true,
  dts: false,
  shared: { react: { singleton: true }, "react-dom": { singleton: true } },
};

const compiler = rspack({
  mode: "production",
  context,
  entry: "./src/index.ts",
  cache: false,
  performance: false,
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  output: {
    path: output,
    uniqueName: "bench",
    publicPath: "auto",
    filename: "[name].[contenthash:8].js",
    chunkFilename: "chunks/[name].[contenthash:8].js",
    crossOriginLoading: "anonymous",
  },
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
    ],
  },
  plugins: [
    new rspack.container.ModuleFederationPlugin(federation),
    new FedsealPlugin({ contract: plugin === "contract" }),
    ...(plugin === "dts-plugin" ? [dtsPlugin()] : []),
  ],
});

compiler.run((error, stats) => {
  compiler.close((closing) => {
    if (error ?? closing) throw error ?? closing;
    const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
    // A warning may mean that a plugin did nothing, and then there is nothing to measure.
    const [found] = [...errors, ...warnings];
    if (found) throw new Error(found.message);
  });
});

/** As ModuleFederationPlugin of @module-federation/enhanced applies it, with all that is default. */
function dtsPlugin() {
  const require = createRequire(createRequire(import.meta.url).resolve("@module-federation/enhanced"));
  const { DtsPlugin } = require("@module-federation/dts-plugin");
  return new DtsPlugin({ ...federation, dts: { displayErrorInTerminal: true } });
}
