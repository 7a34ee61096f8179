// What sealing adds to a whole build, on Rspack and on webpack, beside what Subresource Integrity adds to it.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/setup.mjs";
import { makeApp } from "./app.mjs";
import { interleave, runChild } from "./measure.mjs";

const version = (name) => JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).version;
const OWN = [
  { name: "plain", plugin: "none" },
  { name: "FedsealPlugin", plugin: "fedseal" },
  { name: "FedsealPlugin, verify: false", plugin: "fedseal-unverified" },
];
const RSPACK = {
  bundler: "rspack",
  title: `Rspack ${version("@rspack/core")}`,
  variants: [...OWN, { name: "rspack.SubresourceIntegrityPlugin", plugin: "sri" }],
};
const WEBPACK = {
  bundler: "webpack",
  title: `webpack ${version("webpack")}, @module-federation/enhanced ${version("@module-federation/enhanced")}`,
  variants: [
    ...OWN,
    { name: `webpack-subresource-integrity ${version("webpack-subresource-integrity")}`, plugin: "sri" },
  ],
};
// Terser would take webpack several minutes a build, so minimizing is measured with Rspack alone.
const GROUPS = [
  { name: "rspack", ...RSPACK, minimize: false },
  { name: "rspack-minimized", ...RSPACK, minimize: true },
  { name: "webpack", ...WEBPACK, minimize: false },
];

const COLUMNS = [
  { key: "cpu", label: "CPU", unit: "ms" },
  { key: "wall", label: "wall", unit: "ms" },
  { key: "hooks", label: "CPU inside FedsealPlugin's hooks", unit: "ms", ratios: false },
  { key: "peak", label: "peak memory, MiB", unit: "MiB", ratios: false },
];

/** Builds everything; returns one table a bundler and mode. */
export async function builds({ out, scale, rounds, parts }) {
  const context = join(out, "app");
  const output = join(out, "dist");
  const app = makeApp(context, scale);
  const tables = [];
  const wanted = GROUPS.filter(({ name }) => parts === undefined || parts.includes(name));
  for (const { bundler, title, variants, minimize } of wanted) {
    const heading = `Whole builds: ${title}, minimize: ${minimize}`;
    let emitted;
    const rows = await interleave(heading, variants, rounds, async ({ plugin }) => {
      rmSync(output, { recursive: true, force: true });
      mkdirSync(output);
      const build = { bundler, plugin, minimize, context, output };
      const sample = await runChild(join(import.meta.dirname, "build.mjs"), build, context);
      checkHashes(output, plugin, app.chunks);
      if (plugin === "none") emitted = emittedIn(output);
      return sample;
    });
    tables.push({ heading, note: noteOf(app, emitted), rows, columns: COLUMNS });
  }
  rmSync(output, { recursive: true, force: true });
  return tables;
}

function noteOf({ chunks, binaries }, { files, bytes }) {
  const count = (number) => number.toLocaleString("en");
  return (
    `${count(chunks)} dynamic imports and ${count(binaries)} binary assets, half of them loadable: ` +
    `${count(files)} files, ${Math.round(bytes / 1024 / 1024)} MiB. Each build is a process of its own, without ` +
    "cache; CPU is user and system time of all its threads, from start to end. Ratios are medians of the ratios of " +
    "each round. Inside the hooks, all threads count, too, those that hash among them."
  );
}

/** A plugin that did nothing would look fast: every chunk's hash has to stand in the manifest or in an entry. */
function checkHashes(output, plugin, chunks) {
  const files = readdirSync(join(output, "chunks"));
  if (files.length < chunks) throw new Error(`a build emitted ${files.length} of ${chunks} chunks`);
  const entries = readdirSync(output).filter((name) => /\.js(on)?$/.test(name));
  const text = entries.map((name) => readFileSync(join(output, name), "utf8")).join("");
  for (const file of files) {
    const hash = createHash("sha384")
      .update(readFileSync(join(output, "chunks", file)))
      .digest("base64");
    if (text.includes(hash) !== (plugin !== "none")) throw new Error(`${plugin}: wrong or no hash of ${file}`);
  }
}

function emittedIn(output) {
  const found = readdirSync(output, { recursive: true }).map((name) => statSync(join(output, name)));
  const files = found.filter((one) => one.isFile());
  return { files: files.length, bytes: files.reduce((sum, one) => sum + one.size, 0) };
}
