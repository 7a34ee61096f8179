#!/usr/bin/env node

// Whatever ends the process early, a broken installation or a configuration that calls `process.exit(0)` included: nothing was
// checked. A signal keeps its code.
const FIRST_SIGNAL = 129;
let isDone = false;
process.on("exit", (code) => {
  if (!isDone && code < FIRST_SIGNAL) process.exitCode = 2;
});

const { main } = await import("../dist/cli/main.js");
const code = await main(process.argv.slice(2));
isDone = true;
process.exitCode = code;
