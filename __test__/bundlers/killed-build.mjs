// One build in a process of its own, to be killed: `node killed-build.mjs <bundler> <context> <out>`.
import { join } from "node:path";
import { ModuleFederationPlugin as EnhancedOnWebpack } from "@module-federation/enhanced/webpack";
import { rspack } from "@rspack/core";
import { FedsealPlugin } from "fedseal";
import webpack from "webpack";

const [bundler, context, out] = process.argv.slice(2);
const Federation = bundler === "rspack" ? rspack.container.ModuleFederationPlugin : EnhancedOnWebpack;
const create = bundler === "rspack" ? rspack : webpack;
const compiler = create({
  mode: "production",
  context,
  entry: "./index.js",
  infrastructureLogging: { level: "error" },
  output: { path: out, publicPath: "auto", uniqueName: "a", filename: "[name].js", chunkFilename: "[name].js" },
  optimization: { minimize: false },
  resolve: { modules: [join(import.meta.dirname, "../../node_modules")] },
  plugins: [
    new Federation({
      name: "a",
      filename: "remoteEntry.js",
      exposes: { "./big": "./big.js" },
      manifest: true,
      ...(bundler !== "rspack" && { dts: false }),
    }),
    new FedsealPlugin(),
  ],
});
compiler.run((error, stats) => {
  const found = error ?? stats.compilation.errors[0];
  if (found) console.error(found);
  process.exitCode = found ? 1 : 0;
  compiler.close(() => {});
});
