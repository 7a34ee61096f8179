import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const GUARD = join(import.meta.dirname, "guard.mjs");
/** How much of the output an error shows. */
const SHOWN = 4_000;

/** A browser's processes: they end with `stop`, and with this process, however that ends. */
export interface Guarded {
  /** What is printed, line by line, from the start of the process on. */
  onLine(listener: (line: string) => void): void;
  /** Rejects when the process ends by itself, with what it printed last. */
  readonly ended: Promise<never>;
  stop(): Promise<void>;
}

/**
 * Starts a browser or its driver. `commandIn` gets the folder that the process has to itself, for its home, its profile and
 * its temporary files; it is removed when the process has ended. `variables` are those that it gets beside ours.
 */
export function guarded(commandIn: (folder: string) => string[], variables: Record<string, string> = {}): Guarded {
  const folder = mkdtempSync(join(tmpdir(), "fedseal-browser-"));
  const command = commandIn(folder);
  const child = spawn(process.execPath, [GUARD, folder, ...command], {
    // Not in our group: a terminal's interrupt would end the guard before its browser.
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, ...variables, HOME: folder, TMPDIR: folder, XDG_RUNTIME_DIR: folder },
  });
  const lines: string[] = [];
  const listeners: ((line: string) => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      const parts = (rest + chunk).split("\n");
      rest = parts.pop() ?? "";
      for (const line of parts) {
        lines.push(line);
        for (const listener of listeners) listener(line);
      }
    });
  }
  let stopping = false;
  const gone = new Promise<void>((resolve) => child.on("close", () => resolve()));
  const ended = gone.then(() => {
    if (stopping) return new Promise<never>(() => {});
    throw new Error(`${command.join(" ")} ended by itself:\n${lines.join("\n").slice(-SHOWN)}`);
  });
  // Whoever waits for something else hears of it; when nobody waits, the next wait fails.
  ended.catch(() => {});
  return {
    onLine(listener) {
      for (const line of lines) listener(line);
      listeners.push(listener);
    },
    ended,
    async stop() {
      stopping = true;
      child.stdin.end();
      await gone;
    },
  };
}
