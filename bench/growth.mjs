// What sealing costs as a build grows: in chunks, in bytes, and in rebuilds while watching.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeEvenApp } from "./app.mjs";
import { fill, generator } from "./data.mjs";
import { interleave, runChild } from "./measure.mjs";

const KIB = 1024;
const MIB = 1024 * KIB;
const COUNTS = [100, 1000, 5000, 20_000];
const CHUNK = 16 * KIB;

/** Rspack builds of more and more chunks, one of a single large file, and rebuilds of 5,000 chunks. */
export async function growth({ out, scale, rounds }) {
  const place = { context: join(out, "app"), output: join(out, "dist") };
  const tables = [
    await chunks(place, scale, rounds),
    await largeFile(place, scale, rounds),
    await watching(place, scale, rounds),
  ];
  for (const dir of Object.values(place)) rmSync(dir, { recursive: true, force: true });
  return tables;
}

async function chunks(place, scale, rounds) {
  const rows = [];
  for (const count of COUNTS.map((one) => Math.round(one * scale))) {
    makeEvenApp(place.context, count, CHUNK);
    const heading = `Sealing ${count.toLocaleString("en")} chunks`;
    const [plain, sealed] = await interleave(heading, VARIANTS, rounds, (variant) => build(place, variant));
    const samples = sealed.samples.map((one, round) => ({
      ...one,
      plain: plain.samples[round].cpu,
      perMiB: one.hooks / (bytesOf(place.output) / MIB),
      more: one.peak - plain.samples[round].peak,
    }));
    rows.push({ name: `${count.toLocaleString("en")} chunks`, samples });
  }
  const note = `Rspack, not minimized, chunks of ${CHUNK / KIB} KiB; each build is a process of its own.`;
  return { heading: "Sealing more and more chunks", note, rows, columns: COLUMNS, ratios: false };
}

async function largeFile(place, scale, rounds) {
  const bytes = Math.round(200 * MIB * scale);
  makeEvenApp(place.context, 1, CHUNK);
  writeFileSync(join(place.context, "large.wasm"), fill(generator(4), Buffer.alloc(bytes)));
  writeFileSync(join(place.context, "chunks/0.js"), 'import url from "../large.wasm";\nexport default url;\n');
  const heading = `Sealing one file of ${Math.round(bytes / MIB)} MiB`;
  const [plain, sealed] = await interleave(heading, VARIANTS, rounds, (variant) => build(place, variant));
  const samples = sealed.samples.map((one, round) => ({
    ...one,
    plain: plain.samples[round].cpu,
    perMiB: one.hooks / (bytes / MIB),
    more: one.peak - plain.samples[round].peak,
  }));
  const note = "A single message of SHA-384 cannot be shared out among lanes or cores.";
  return { heading, note, rows: [{ name: "one file", samples }], columns: COLUMNS, ratios: false };
}

async function watching(place, scale, rounds) {
  const count = Math.round(5000 * scale);
  makeEvenApp(place.context, count, CHUNK);
  const heading = `Rebuilding while watching: one of ${count.toLocaleString("en")} chunks changed`;
  const rows = await interleave(heading, VARIANTS, rounds, async ({ plugin }) => {
    emptied(place.output);
    return runChild(join(import.meta.dirname, "watch.mjs"), { ...place, plugin, rebuilds: 5 }, place.context);
  });
  const note = "Rspack, for development; each process rebuilds five times, and its median counts.";
  const columns = [
    { key: "cpu", label: "CPU of a rebuild", unit: "ms" },
    { key: "hooks", label: "CPU inside FedsealPlugin's hooks", unit: "ms", ratios: false },
    { key: "peak", label: "peak memory, MiB", unit: "MiB", ratios: false },
  ];
  return { heading, note, rows, columns };
}

const VARIANTS = [
  { name: "plain", plugin: "none" },
  { name: "FedsealPlugin", plugin: "fedseal" },
];
const COLUMNS = [
  { key: "plain", label: "plain build, CPU", unit: "ms" },
  { key: "cpu", label: "sealed build, CPU", unit: "ms" },
  { key: "hooks", label: "CPU inside FedsealPlugin's hooks", unit: "ms" },
  { key: "perMiB", label: "the same per MiB that is sealed", unit: "ms" },
  { key: "more", label: "peak memory beyond the plain build, MiB", unit: "MiB" },
];

function build(place, { plugin }) {
  emptied(place.output);
  const argument = { bundler: "rspack", plugin, minimize: false, ...place };
  return runChild(join(import.meta.dirname, "build.mjs"), argument, place.context);
}

function emptied(dir) {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
}

function bytesOf(dir) {
  const manifest = JSON.parse(readFileSync(join(dir, "mf-manifest.json"), "utf8"));
  return Object.keys(manifest.integrity).reduce((sum, name) => sum + readFileSync(join(dir, name)).length, 0);
}
