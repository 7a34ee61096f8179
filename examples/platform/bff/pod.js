import cluster from "node:cluster";
import { createBff } from "./bff.js";

// One of several processes that answer at one address. Its settings come from the process that started it, which it does not outlive.
process.once("message", async (settings) => {
  const { port, ...options } = settings;
  const bff = await createBff({ ...options, key: Buffer.from(options.key, "base64url") });
  await bff.listen({ port, host: "127.0.0.1" });
  process.once("disconnect", () => bff.close().finally(() => process.exit()));
  process.send({ ready: true });
});
if (!cluster.isWorker) throw new Error("pod.js is started by start/pods.js");
