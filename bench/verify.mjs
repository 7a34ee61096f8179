// One check of a folder, in a process of its own: bench/verifying.mjs starts it and reads what it reports.
import { cpuSinceStart, stopwatch } from "./measure.mjs";

const { way, dir } = JSON.parse(process.argv[2]);
const check = way === "fedseal" ? await command() : await script(way === "two-threads" ? 2 : 0);
const stop = stopwatch();
await check();
const work = stop();
process.send({ cpu: cpuSinceStart(), work });

/** The command itself, as `npx fedseal verify` runs it. */
async function command() {
  const { main } = await import("../npm/fedseal/dist/cli/main.js");
  return async () => {
    const code = await main(["verify", dir]);
    if (code !== 0) throw new Error(`fedseal verify: exit code ${code}`);
  };
}

/** What one would write without fedseal. */
async function script(workers) {
  const { checkFolder } = await import("./verify-script.mjs");
  return () => checkFolder(dir, workers);
}
