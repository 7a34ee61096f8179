// `npm test`: sets up and runs every test, Rust and Node, the latter in three browser engines.
import { browsers } from "./browsers.mjs";
import { servers } from "./servers.mjs";
import { run, setup } from "./setup.mjs";

setup();
const missing = [...browsers(), ...servers()];
warn();
run("cargo", ["test", "--workspace", "--locked", "--quiet"]);
run("npx", ["vitest", "run", "--config", "__test__/vitest.config.ts", ...process.argv.slice(2)]);
warn();

/** Said before and after the tests: nobody is to take cells that did not run for cells that passed. */
function warn() {
  for (const reason of missing) console.warn(`fedseal: NOT TESTED with one program, its tests are left out. ${reason}`);
}
