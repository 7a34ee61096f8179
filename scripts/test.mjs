// `npm test`: sets up and runs every test, Rust and Node.
import { chromium } from "./chromium.mjs";
import { run, setup } from "./setup.mjs";

setup();
process.env.FEDSEAL_CHROMIUM = chromium();
run("cargo", ["test", "--workspace", "--locked", "--quiet"]);
run("npx", ["vitest", "run", "--config", "__test__/vitest.config.ts", ...process.argv.slice(2)]);
