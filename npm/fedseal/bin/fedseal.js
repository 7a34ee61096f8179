#!/usr/bin/env node

// Whatever ends the process early without an error, a configuration that calls `process.exit(0)` included: nothing was checked.
let isDone = false;
process.on("exit", (code) => {
  if (!isDone && code === 0) process.exitCode = 2;
});

const { main } = await import("../dist/cli/main.js");
const code = await main(process.argv.slice(2));
isDone = true;
process.exitCode = code;
