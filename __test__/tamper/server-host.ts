import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Outcome } from "./page.ts";

const SCRIPT = join(import.meta.dirname, "node-host.mjs");

/** Loads a remote in a Node process of its own. */
export function serve(
  entry: string,
  options: { plugin?: unknown; signature?: unknown; stock?: boolean; remote?: unknown },
  { flags = [] as string[], plugin = "@fedseal/runtime/node" } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--no-warnings", ...flags, SCRIPT, entry, JSON.stringify(options), plugin], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const timer = setTimeout(() => child.kill(), 30_000);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (data) => out.push(data));
    child.stderr.on("data", (data) => err.push(data));
    child.on("close", (code) => {
      clearTimeout(timer);
      const text = Buffer.concat(out).toString();
      // The remote's code may print, too.
      const start = text.indexOf('{"');
      if (code !== 0 || start < 0) reject(new Error(`the server ended with ${code}: ${text}${Buffer.concat(err)}`));
      else resolve(JSON.parse(text.slice(start)));
    });
  });
}
