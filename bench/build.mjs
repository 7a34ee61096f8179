// One build, in a process of its own: bench/builds.mjs starts it and reads what it reports.
import { cpuInHooks } from "./hooks.mjs";
import { cpuSinceStart } from "./measure.mjs";

const { bundler, plugin, minimize, context, output } = JSON.parse(process.argv[2]);

const { compile, ModuleFederationPlugin, SubresourceIntegrityPlugin } = await load();
const federation = {
  name: "bench",
  filename: "remoteEntry.js",
  exposes: { "./App": "./App.js" },
  manifest: true,
  dts: false,
};
let hooks = () => 0;
const measuring = {
  apply(compiler) {
    hooks = cpuInHooks(compiler, "FedsealPlugin");
  },
};
const plugins = [measuring, new ModuleFederationPlugin(federation), ...(await integrityPlugins())];

const compiler = compile({
  mode: "production",
  context,
  entry: "./index.js",
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
    if (error ?? closing) throw error ?? closing;
    const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
    // A warning may mean that a plugin did nothing, and then there is nothing to measure.
    const [found] = [...errors, ...warnings];
    if (found) throw new Error(found.message);
    process.send({ cpu: cpuSinceStart(), hooks: hooks(), peak: process.resourceUsage().maxRSS / 1024 });
  });
});

/** Only what the variant needs is loaded, because loading is part of the build. */
async function load() {
  if (bundler === "rspack") {
    const { rspack } = await import("@rspack/core");
    const { ModuleFederationPlugin } = rspack.container;
    return { compile: rspack, ModuleFederationPlugin, SubresourceIntegrityPlugin: rspack.SubresourceIntegrityPlugin };
  }
  return {
    compile: (await import("webpack")).default,
    ModuleFederationPlugin: (await import("@module-federation/enhanced/webpack")).ModuleFederationPlugin,
    ...(plugin === "sri" && (await import("webpack-subresource-integrity"))),
  };
}

async function integrityPlugins() {
  if (plugin === "none") return [];
  if (plugin === "sri") return [new SubresourceIntegrityPlugin()];
  const { FedsealPlugin } = await import("fedseal");
  return [plugin === "fedseal" ? new FedsealPlugin() : new FedsealPlugin({ verify: false })];
}
