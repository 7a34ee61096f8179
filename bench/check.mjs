// One `fedseal verify` or `fedseal check`, in a process of its own: bench/checking.mjs starts it and reads what it reports.
import { cpuSinceStart, stopwatch } from "./measure.mjs";

const { args, dir } = JSON.parse(process.argv[2]);
process.chdir(dir);
const { main } = await import("../npm/fedseal/dist/cli/main.js");
const { AREAS } = await import("../npm/fedseal/dist/check/areas.js");

const areas = {};
for (const area of AREAS) {
  const run = area.run.bind(area);
  area.run = async (context) => {
    const stop = stopwatch();
    const outcome = await run(context);
    areas[area.name] = stop();
    if (outcome === undefined) throw new Error(`${area.name} was not checked`);
    return outcome;
  };
}

const stop = stopwatch();
const code = await main(args);
const work = stop();
if (code !== 0) throw new Error(`fedseal ${args.join(" ")}: exit code ${code}`);
process.send({ cpu: cpuSinceStart(), work, areas });
