#!/usr/bin/env node
import { main } from "../dist/cli/main.js";

// Whatever ends the process early, a configuration that calls `process.exit(0)` included: nothing was checked.
let isDone = false;
process.on("exit", () => {
  if (!isDone) process.exitCode = 2;
});

const code = await main(process.argv.slice(2));
isDone = true;
process.exitCode = code;
