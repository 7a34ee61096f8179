import { spawn, spawnSync } from "node:child_process";
import { atExit } from "./at-exit.js";

/** The run was superseded: a newer save, or the end of the watch. */
export class Cancelled extends Error {
  override name = "Cancelled";
}

/** Runs a compiler to its end; `signal` ends it and all that it started, and rejects with {@link Cancelled}. */
export function runTsc(
  bin: string,
  args: readonly string[],
  cwd: string,
  signal: AbortSignal | undefined,
): Promise<{ output: string; code: number | null }> {
  return new Promise((done, fail) => {
    if (signal?.aborted) throw new Cancelled("cancelled before TypeScript was started");
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
