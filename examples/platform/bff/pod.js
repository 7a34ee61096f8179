import cluster from "node:cluster";
import { fileStore, redisStore } from "@fedseal/fastify";
import { entitlementsOf } from "../start/people.js";
import { createBff } from "./bff.js";

// One of several processes that answer at one address. Its settings come from the process that started it, which it does not outlive.
process.once("message", async (settings) => {
  const { port, rollouts, key, ...options } = settings;
  const { redis } = options;
  const store = redis === undefined ? fileStore(rollouts) : redisStore({ redis });
  const bff = await createBff({ ...options, key: Buffer.from(key, "base64url"), store, entitlementsOf });
  await bff.listen({ port, host: "127.0.0.1" });
  process.once("disconnect", () => bff.close().finally(() => process.exit()));
  process.on("message", (asked) => asked === "memory" && process.send({ memory: process.memoryUsage() }));
  process.send("ready");
});
// A message that comes before somebody listens is lost.
process.send?.("waiting");
if (!cluster.isWorker) throw new Error("pod.js is started by start/pods.js");
