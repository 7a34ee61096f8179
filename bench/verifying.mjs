// `fedseal verify` on a finished folder, beside a Node script that checks the same, on one thread and on two.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Progress, sealFolder } from "@fedseal/binding";
import { fill, generator, sizes } from "./data.mjs";
import { interleave, runChild, runTree } from "./measure.mjs";

const VARIANTS = [
  { name: "Node script, one thread", way: "one-thread" },
  { name: "Node script, two worker threads", way: "two-threads" },
  { name: "`fedseal verify`", way: "fedseal" },
  // One hash of each file, and nothing is compared.
  { name: "`sha384sum`", way: "sha384sum" },
];

/** Two tables out of the same runs: the whole process, and what it does once everything is loaded. */
export async function verifying({ out, scale, rounds }) {
  const dir = join(out, "folder");
  const { files, bytes } = await makeFolder(dir, scale);
  const measure = ({ way }) =>
    way === "sha384sum"
      ? runTree("bash", ["-c", "find . -type f -print0 | xargs -0 sha384sum"], dir)
      : runChild(join(import.meta.dirname, "verify.mjs"), { way, dir }, out);
  // Once without counting: reads every file into the page cache.
  for (const variant of VARIANTS) await measure(variant);
  const rows = await interleave("Verifying a folder", VARIANTS, rounds, measure);

  const work = rows
    .filter(({ samples }) => samples.every((sample) => sample.work))
    .map(({ name, samples }) => ({ name, samples: samples.map((sample) => sample.work) }));
  const note =
    `${files.toLocaleString("en")} files, ${Math.round(bytes / 1024 / 1024)} MiB, all in the page cache; nine of ten ` +
    "have an entry and with it two hashes, the others stand in the closure with one. fedseal uses every core.";
  return [
    { heading: "Verifying a folder: the whole process", note, rows },
    {
      heading: "Verifying a folder: the work alone",
      note: "The same runs without the start of Node and the loading of modules; the start of workers is part of it.",
      rows: work,
    },
  ];
}

/** A folder as a bundler leaves it behind, sealed. */
async function makeFolder(dir, scale) {
  const random = generator(3);
  const all = sizes(random, Math.max(20, Math.round(6000 * scale)), 304 * 1024 * 1024 * scale);
  const names = all.map((_, index) => {
    if (index === 0) return "remoteEntry.js";
    return index % 10 === 0 ? `binaries/${index}.wasm` : `chunks/${index}.js`;
  });
  rmSync(dir, { recursive: true, force: true });
  for (const folder of ["binaries", "chunks"]) mkdirSync(join(dir, folder), { recursive: true });
  for (const [index, name] of names.entries()) {
    const bytes = fill(random, Buffer.alloc(all[index]));
    // Scripts are letters from `a` to `p`, so that what they are depends on no encoding.
    writeFileSync(join(dir, name), name.endsWith(".js") ? bytes.map((byte) => 0x61 + (byte & 15)) : bytes);
  }
  writeFileSync(join(dir, "mf-manifest.json"), JSON.stringify(manifestOf(names)));
  // What is still to be written to the disk would be written while we measure. Where there is no `sync`, so be it.
  spawnSync("sync");

  const { diagnostics, files, bytes } = await sealFolder(dir, {}, new Progress());
  if (diagnostics.length > 0) throw new Error(`the folder cannot be sealed: ${diagnostics[0].message}`);
  return { files, bytes };
}

function manifestOf(names) {
  const [first, ...others] = names.filter((name) => name.startsWith("chunks/"));
  const css = { sync: [], async: [] };
  return {
    id: "bench",
    name: "bench",
    metaData: { name: "bench", buildInfo: {}, remoteEntry: { name: "remoteEntry.js", path: "", type: "global" } },
    shared: [],
    remotes: [],
    exposes: [{ id: "bench:App", name: "App", path: "./App", assets: { js: { sync: [first], async: others }, css } }],
  };
}
