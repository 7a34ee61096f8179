// Builds a remote with Vite in the current folder. In a process of its own: the federation plugins do nothing under a
// test runner. Argument: which plugin.
import { federation as viteFederation } from "@module-federation/vite";
import { build } from "vite";
import { federation as vitePluginFederation } from "vite-plugin-federation";

const federation = { "@module-federation/vite": viteFederation, "vite-plugin-federation": vitePluginFederation };
const options = {
  name: "shop",
  filename: "remoteEntry.js",
  manifest: true,
  dts: false,
  exposes: { "./Button": "./Button.js" },
  shared: { react: { singleton: true } },
};
await build({
  root: process.cwd(),
  configFile: false,
  logLevel: "error",
  plugins: [federation[process.argv[2]](options)],
  build: { outDir: "dist", target: "esnext", minify: false },
});
