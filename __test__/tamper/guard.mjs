// `node guard.mjs <folder> <command> …` runs a command in a process group of its own. When this process's standard input
// ends, it ends the whole group and removes the command's folder. That is when a test closes its browser, and also when the
// test's process is killed: no browser outlives it.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";

const GRACE = 3_000;
const [folder, command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { detached: true, stdio: ["ignore", "inherit", "inherit"] });
child.on("error", (error) => {
  console.error(`${command}: ${error.message}`);
  leave(1);
});
child.on("exit", (code) => {
  // What the command started and left behind.
  end("SIGKILL");
  leave(code ?? 1);
});
process.stdin.resume().on("close", () => {
  end("SIGTERM");
  setTimeout(() => end("SIGKILL"), GRACE);
});

function end(signal) {
  // Windows has no process groups; the browsers there end with their first process.
  if (process.platform === "win32") return child.kill(signal);
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // The group is gone already.
    if (error.code !== "ESRCH") throw error;
  }
}

function leave(code) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  process.exit(code);
}
