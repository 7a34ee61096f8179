import { spawn, spawnSync } from "node:child_process";
import { atExit } from "./at-exit.js";
import { Cancelled } from "./cancelled.js";
import { libraryOf, tscInThread } from "./tsc-thread.js";
import type { Ran } from "./tsc-work.js";

/** Runs a compiler to its end; `signal` ends it and all that it started, and rejects with {@link Cancelled}. */
export async function runTsc(
  { bin, version }: { bin: string; version: string },
  args: readonly string[],
  cwd: string,
  signal: AbortSignal | undefined,
): Promise<Ran> {
  if (signal?.aborted) throw new Cancelled("cancelled before TypeScript was started");
  const library = libraryOf(bin);
  const ran = library === undefined ? undefined : await tscInThread({ library, args, cwd }, version, signal);
  return ran ?? inProcess(bin, args, cwd, signal);
}

function inProcess(bin: string, args: readonly string[], cwd: string, signal: AbortSignal | undefined): Promise<Ran> {
  return new Promise((done, fail) => {
    // Leads a process group: before Node 22.15, `tsc` of TypeScript 7 starts the compiler as a process of its own.
    const child = spawn(process.execPath, [bin, ...args], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    const kill = () => endTree(child.pid);
    const keep = atExit(kill);
    signal?.addEventListener("abort", kill, { once: true });
    const over = () => {
      keep();
      signal?.removeEventListener("abort", kill);
    };
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (data: string) => {
      output += data;
    });
    child.stderr.setEncoding("utf8").on("data", (data: string) => {
      output += data;
    });
    child.on("error", (error) => {
      over();
      fail(error);
    });
    child.on("close", (code) => {
      over();
      if (signal?.aborted) fail(new Cancelled("cancelled while TypeScript was running"));
      else done({ output, code });
    });
  });
}

function endTree(pid: number | undefined): void {
  if (pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"], { stdio: "ignore", windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // It has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
