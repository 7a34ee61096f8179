// How things are measured: by whom, in which order, and what of many samples is kept.
import { fork, spawn } from "node:child_process";
import { performance } from "node:perf_hooks";

/** Starts measuring this process with all its threads; the result, when called, says how long it took, in ms. */
export function stopwatch() {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  return () => ({ cpu: milliseconds(process.cpuUsage(cpu)), wall: performance.now() - wall });
}

/** CPU time of this process with all its threads since it began, in ms. */
export function cpuSinceStart() {
  return milliseconds(process.cpuUsage());
}

function milliseconds({ user, system }) {
  return (user + system) / 1000;
}

/**
 * Runs a script in a process of its own. Returns the one message it sends, and how long the process took from start to
 * end; only the process itself can say how much CPU time it used.
 */
export function runChild(script, argument, cwd) {
  const start = performance.now();
  const child = fork(script, [JSON.stringify(argument)], { cwd, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  let printed = "";
  let message;
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (printed += text));
  child.on("message", (sent) => (message = sent));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const wall = performance.now() - start;
      if (code === 0 && message !== undefined) resolve({ ...message, wall });
      else reject(new Error(`a child process failed (${signal ?? `exit code ${code}`}); it printed:\n${printed}`));
    });
  });
}

/**
 * Runs a command. Returns how long it took from start to end, and the CPU time of its process and of all that it started
 * and waited for, in ms, and what it printed. Node cannot say what a child used; `time` of bash can, to the millisecond.
 */
export function runTree(command, args, cwd) {
  const start = performance.now();
  const script = `TIMEFORMAT="%3U %3S"; { time "$@" 2>&4 3>&- 4>&-; } 4>&2 2>&3`;
  const stdio = ["ignore", "pipe", "pipe", "pipe"];
  const child = spawn("bash", ["-c", script, "bash", command, ...args], { cwd, stdio });
  let printed = "";
  let times = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (printed += text));
  child.stdio[3].setEncoding("utf8").on("data", (text) => (times += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const wall = performance.now() - start;
      const [user, system] = times.trim().split(" ").map(Number);
      if (code === 0 && system >= 0) resolve({ cpu: (user + system) * 1000, wall, printed });
      else reject(new Error(`a command failed (${signal ?? `exit code ${code}`}); it printed:\n${printed}`));
    });
  });
}

/**
 * Runs every variant once a round. Each round begins with another variant, so that what changes in the machine over
 * time, and what one variant leaves behind for the next, hits all alike.
 */
export async function interleave(what, variants, rounds, run) {
  const samples = new Map(variants.map((variant) => [variant, []]));
  for (let round = 0; round < rounds; round++) {
    console.error(`${what}: round ${round + 1} of ${rounds}`);
    for (let place = 0; place < variants.length; place++) {
      const variant = variants[(round + place) % variants.length];
      samples.get(variant).push(await run(variant));
    }
  }
  return variants.map((variant) => ({ name: variant.name, samples: samples.get(variant) }));
}

/** Median, smallest and largest. */
export function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
  return { median, min: sorted[0], max: sorted.at(-1) };
}
