import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.js";

const READY = "Ready to accept connections";

/** A Redis of its own on a free port, which keeps nothing. The program is `FEDSEAL_REDIS`, or `redis-server`. */
export async function startRedis() {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), "platform-redis-"));
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
  const child = spawn(process.env.FEDSEAL_REDIS ?? "redis-server", args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const failed = once(child, "error").then(([error]) => Promise.reject(error));
  await Promise.race([ready(child), failed]);
  failed.catch(() => undefined);
  child.stdout.resume();
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: child.pid,
    stop: async () => {
      child.kill("SIGCONT");
      child.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ready({ stdout }) {
  let printed = "";
  for await (const text of stdout.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    printed += text;
    if (printed.includes(READY)) return;
  }
  throw new Error(`Redis did not start: ${printed}`);
}
