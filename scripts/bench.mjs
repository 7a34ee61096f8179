// `npm run bench`: sets up and measures. Flags: --scale 0.05, --rounds 3, --only builds|growth|hashing|verifying|checking|loading|matching|signing|contract|analytics|platform;
// of builds: --parts rspack,rspack-minimized,webpack; of the platform: --minutes 10 (of load, for memory), --parts loads,tokens,overhead,observing,memory,canaries.
import { run, setup } from "./setup.mjs";

setup();
run("node", ["bench/run.mjs", ...process.argv.slice(2)]);
