// Builds a remote or a host with Vite in the current folder. In a process of its own: Module Federation's plugin does
// nothing under a test runner. Argument: JSON, the options of the plugin, and Vite's `base`.
import { federation } from "@module-federation/vite";
import { build } from "vite";

const [, , text = "{}"] = process.argv;
const { base, ...options } = JSON.parse(text);
await build({
  root: process.cwd(),
  configFile: false,
  logLevel: "error",
  base,
  plugins: [federation({ manifest: true, dts: false, ...options })],
  build: { outDir: "dist", target: "esnext", minify: false },
});
