// Hashing alone, in memory: `digest` of @fedseal/binding beside node:crypto, on one thread and on two.
import { hash } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { digest } from "@fedseal/binding";
import { fill, generator, sizes } from "./data.mjs";
import { interleave, stopwatch } from "./measure.mjs";

/** Both hashes of 6,000 buffers, as a manifest entry needs them. */
export async function hashing({ scale, rounds }) {
  const buffers = makeBuffers(scale);
  const pool = await startWorkers(buffers);
  const variants = [
    { name: "node:crypto, one thread", run: () => buffers.map(hashBoth) },
    { name: "node:crypto, two worker threads", run: () => hashInWorkers(pool) },
    { name: "fedseal `digest`", run: () => digestAll(buffers) },
  ];

  let expected;
  const measure = async ({ name, run }) => {
    // What the last variant's threads still do must not count for this one.
    await pause(50);
    const stop = stopwatch();
    const hashes = await run();
    const sample = stop();
    expected ??= JSON.stringify(hashes);
    if (JSON.stringify(hashes) !== expected) throw new Error(`${name} computed other hashes`);
    return sample;
  };
  for (const variant of variants) await measure(variant);
  const heading = "Hashing in memory: SHA-256 in hex and SHA-384 in base64";
  const rows = await interleave(heading, variants, rounds, measure);
  for (const worker of pool.workers) await worker.terminate();

  const bytes = buffers.reduce((sum, buffer) => sum + buffer.length, 0);
  const note =
    `${buffers.length.toLocaleString("en")} buffers, ${Math.round(bytes / 1024 / 1024)} MiB. The workers run already ` +
    "and share the memory; each takes the next buffer when it is done with one. fedseal uses every core.";
  return [{ heading, note, rows }];
}

/** All in one piece of shared memory, so that nothing has to be copied to a worker. */
function makeBuffers(scale) {
  const random = generator(2);
  const all = sizes(random, Math.max(2, Math.round(6000 * scale)), 304 * 1024 * 1024 * scale);
  const memory = new SharedArrayBuffer(all.reduce((sum, size) => sum + size, 0));
  let offset = 0;
  return all.map((size) => {
    const buffer = fill(random, Buffer.from(memory, offset, size));
    offset += size;
    return buffer;
  });
}

function hashBoth(buffer) {
  return [hash("sha256", buffer, "hex"), `sha384-${hash("sha384", buffer, "base64")}`];
}

async function digestAll(buffers) {
  const wanted = { contentHash: true, integrity: "sha384" };
  const digests = await digest(
    buffers,
    buffers.map(() => wanted),
  );
  return digests.map(({ contentHash, integrity }) => [contentHash, integrity]);
}

async function startWorkers(buffers) {
  const next = new Int32Array(new SharedArrayBuffer(4));
  const script = join(import.meta.dirname, "hashing-worker.mjs");
  const workers = [1, 2].map(() => new Worker(script, { workerData: { buffers, next } }));
  // To all of them at once: what a worker says while nobody listens is lost.
  await Promise.all(workers.map((worker) => once(worker, "message")));
  return { workers, next };
}

async function hashInWorkers({ workers, next }) {
  next[0] = 0;
  const answers = Promise.all(workers.map((worker) => once(worker, "message")));
  for (const worker of workers) worker.postMessage("go");
  const hashes = [];
  for (const [index, both] of (await answers).flat(2)) hashes[index] = both;
  return hashes;
}
