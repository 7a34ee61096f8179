// Builds a remote or a host with Vite in the current folder. In a process of its own: Module Federation's plugin does
// nothing under a test runner. Argument: JSON, the options of the plugin, Vite's `base`, and the options of fedseal.
import { federation } from "@module-federation/vite";
import { fedseal } from "fedseal/vite";
import { build } from "vite";

const [, , text = "{}"] = process.argv;
const { base, sealing, ...options } = JSON.parse(text);
await build({
  root: process.cwd(),
  configFile: false,
  logLevel: "error",
  base,
  plugins: [federation({ manifest: true, dts: false, ...options }), fedseal(sealing)],
  build: { outDir: "dist", target: "esnext", minify: false },
});
