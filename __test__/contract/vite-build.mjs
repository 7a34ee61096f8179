// Builds a remote with Vite in the current folder. In a process of its own: Module Federation's plugins do nothing under a
// test runner. Arguments: the package of the plugin, and JSON with its options and aliases.
import { build } from "vite";

const [, , plugin = "", text = "{}"] = process.argv;
const { alias, ...options } = JSON.parse(text);
const { federation } = await import(plugin);
await build({
  root: process.cwd(),
  configFile: false,
  logLevel: "error",
  resolve: { alias },
  plugins: [federation({ name: "shop", filename: "remoteEntry.js", manifest: true, dts: false, ...options })],
  build: { outDir: "dist", target: "esnext", minify: false },
});
