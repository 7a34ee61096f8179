#!/usr/bin/env node

import { writeSync } from "node:fs";

// Whatever ends the process early, a broken installation or a configuration that calls `process.exit(0)` included: nothing was
// checked. A signal keeps its code.
const FIRST_SIGNAL = 129;
let isDone = false;
let hasThrown = false;
process.on("uncaughtExceptionMonitor", () => {
  hasThrown = true;
});
process.on("exit", (code) => {
  if (isDone || code >= FIRST_SIGNAL) return;
  process.exitCode = 2;
  // What was thrown says more.
  if (hasThrown) return;
  const cause = "Something ended it, for example `process.exit()` in the configuration or in what it imports.";
  writeSync(2, `fedseal: the process ended before the command was done, so nothing was checked. ${cause}\n`);
});

const { main } = await import("../dist/cli/main.js");
const code = await main(process.argv.slice(2));
isDone = true;
process.exitCode = code;
// A timer or a connection of the configuration does not keep the command from ending; what is still to be written does.
const written = (stream) => new Promise((resolve) => stream.on("error", resolve).write("", resolve));
await Promise.all([written(process.stdout), written(process.stderr)]);
process.exit();
