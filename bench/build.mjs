// One build, in a process of its own: bench/builds.mjs starts it and reads what it reports.
import { usage } from "./measure.mjs";

const { bundler, federation, plugin, minimize, context, output } = JSON.parse(process.argv[2]);

const { compile, ModuleFederationPlugin, SubresourceIntegrityPlugin } = await load(bundler);
const plugins = [];
if (federation) {
  plugins.push(
    new ModuleFederationPlugin({
      name: "bench",
      filename: "remoteEntry.js",
      exposes: { "./App": "./App.js" },
      manifest: true,
      dts: false,
    }),
  );
}
if (plugin.startsWith("fedseal")) {
  const { FedsealPlugin } = await import("fedseal");
  plugins.push(new FedsealPlugin(plugin === "fedseal" ? {} : { verify: false }));
}
if (plugin === "sri") plugins.push(new SubresourceIntegrityPlugin());

const compiler = compile({
  mode: "production",
  context,
  entry: "./index.js",
  devtool: false,
  cache: false,
  performance: false,
  optimization: { minimize },
  output: {
    path: output,
    uniqueName: "bench",
    publicPath: "auto",
    filename: "[name].[contenthash:8].js",
    chunkFilename: "chunks/[name].[contenthash:8].js",
    assetModuleFilename: "binaries/[name].[contenthash:8][ext]",
    // Subresource Integrity needs it, so every variant has it.
    crossOriginLoading: "anonymous",
  },
  module: { rules: [{ test: /\.(wasm|png)$/, type: "asset/resource" }] },
  plugins,
});

compiler.run((error, stats) => {
  compiler.close((closing) => {
    const failed = error ?? closing;
    if (failed) throw failed;
    const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
    const [found] = [...errors, ...warnings];
    if (found) throw new Error(found.message);
    const name = compiler.webpack.rspackVersion
      ? `Rspack ${compiler.webpack.rspackVersion}`
      : `webpack ${compiler.webpack.version}`;
    process.send({ name, ...usage() });
  });
});

/** Only what the variant needs is loaded: loading is part of the build. */
async function load(bundler) {
  if (bundler === "rspack") {
    const { rspack } = await import("@rspack/core");
    const { ModuleFederationPlugin } = rspack.container;
    return { compile: rspack, ModuleFederationPlugin, SubresourceIntegrityPlugin: rspack.SubresourceIntegrityPlugin };
  }
  return {
    compile: (await import("webpack")).default,
    ...(federation && (await import("@module-federation/enhanced/webpack"))),
    ...(plugin === "sri" && (await import("webpack-subresource-integrity"))),
  };
}
