// Rebuilds while watching, in a process of its own: bench/growth.mjs starts it and reads what it reports.
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { rspack } from "@rspack/core";
import { cpuInHooks } from "./hooks.mjs";
import { spread } from "./measure.mjs";

const { context, output, plugin, rebuilds } = JSON.parse(process.argv[2]);

let hooks = () => 0;
const measuring = {
  apply(compiler) {
    hooks = cpuInHooks(compiler, "FedsealPlugin");
  },
};
const { ModuleFederationPlugin } = rspack.container;
const federation = { name: "bench", filename: "remoteEntry.js", exposes: { "./App": "./App.js" }, manifest: true };
const plugins = [measuring, new ModuleFederationPlugin({ ...federation, dts: false })];
if (plugin === "fedseal") {
  const { FedsealPlugin } = await import("fedseal");
  // What production checks after writing is part of what is measured.
  plugins.push(new FedsealPlugin({ verify: true }));
}
const compiler = rspack({
  mode: "development",
  context,
  entry: "./index.js",
  performance: false,
  devtool: false,
  output: { path: output, uniqueName: "bench", publicPath: "auto", crossOriginLoading: "anonymous" },
  plugins,
});

const samples = [];
let built = () => {};
const watching = compiler.watch({ aggregateTimeout: 20 }, (error, stats) => built(error, stats));
await rebuild(() => {});
for (let round = 0; round < rebuilds; round++) {
  // A watcher sees a change by its time stamp: not in the same tick as the build.
  await pause(1200);
  const cpu = process.cpuUsage();
  hooks();
  await rebuild(() => appendFileSync(join(context, `chunks/${round}.js`), "globalThis.changed = true;\n"));
  const { user, system } = process.cpuUsage(cpu);
  samples.push({ cpu: (user + system) / 1000, hooks: hooks() });
}
watching.close(() => compiler.close(() => report()));

function rebuild(change) {
  return new Promise((resolve, reject) => {
    built = (error, stats) => {
      const [found] = stats?.compilation.errors ?? [];
      if (error ?? found) reject(error ?? found);
      else resolve();
    };
    change();
  });
}

function report() {
  const median = (key) => spread(samples.map((sample) => sample[key])).median;
  process.send({ cpu: median("cpu"), hooks: median("hooks"), peak: process.resourceUsage().maxRSS / 1024 });
}
