// A worker of bench/hashing.mjs: at each message, hashes buffers until none is left.
import { hash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";

const { buffers, next } = workerData;

parentPort.on("message", () => {
  const hashes = [];
  for (let index = Atomics.add(next, 0, 1); index < buffers.length; index = Atomics.add(next, 0, 1)) {
    const buffer = buffers[index];
    hashes.push([index, [hash("sha256", buffer, "hex"), `sha384-${hash("sha384", buffer, "base64")}`]]);
  }
  parentPort.postMessage(hashes);
});
parentPort.postMessage("ready");
