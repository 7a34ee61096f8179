// The script that one would write without fedseal: hash every file that the manifest names with node:crypto, compare.
import { hash } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

if (!isMainThread) {
  const { dir, claims, next } = workerData;
  parentPort.postMessage(compare(dir, claims, () => Atomics.add(next, 0, 1)));
}

/** Fails when a file of a sealed folder is not as it was sealed. Hashes on so many workers, or on this thread. */
export async function checkFolder(dir, workerCount) {
  const claims = readClaims(dir);
  const problems = [...unlisted(dir, claims)];
  if (workerCount === 0) {
    let next = 0;
    problems.push(...compare(dir, claims, () => next++));
  } else {
    const data = { dir, claims, next: new Int32Array(new SharedArrayBuffer(4)) };
    const workers = Array.from({ length: workerCount }, () => new Worker(import.meta.filename, { workerData: data }));
    const answers = await Promise.all(workers.map((worker) => once(worker, "message")));
    problems.push(...answers.flat(2));
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

/** Every file of the closure with its `integrity`, and the `contentHash` of those that have an entry. */
function readClaims(dir) {
  const manifest = JSON.parse(readFileSync(join(dir, "mf-manifest.json"), "utf8"));
  const claims = new Map(Object.entries(manifest.integrity).map(([file, integrity]) => [file, { file, integrity }]));
  const assets = [...manifest.exposes, ...manifest.shared].flatMap(({ assets: { js, css } }) =>
    [js.sync, js.async, css.sync, css.async].flat(),
  );
  for (const { path, name, contentHash } of [manifest.metaData.remoteEntry, ...assets]) {
    claims.get(path === "" ? name : `${path}/${name}`).contentHash = contentHash;
  }
  return [...claims.values()];
}

function unlisted(dir, claims) {
  const listed = new Set(["mf-manifest.json", ...claims.map((claim) => claim.file)]);
  const found = readdirSync(dir, { recursive: true }).map((name) => name.replaceAll("\\", "/"));
  return found
    .filter((name) => /\.(js|wasm|css|json)$/.test(name) && !listed.has(name))
    .map((name) => `${name}: unlisted`);
}

function compare(dir, claims, next) {
  const problems = [];
  for (let index = next(); index < claims.length; index = next()) {
    const { file, integrity, contentHash } = claims[index];
    const bytes = readFileSync(join(dir, file));
    const same =
      `sha384-${hash("sha384", bytes, "base64")}` === integrity &&
      (contentHash === undefined || hash("sha256", bytes, "hex") === contentHash);
    if (!same) problems.push(`${file}: changed`);
  }
  return problems;
}
