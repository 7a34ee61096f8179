// `npm run platform`: sets up, finds or installs what the options need, and starts examples/platform.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "./browsers.mjs";
import { redis } from "./servers.mjs";
import { root, setup } from "./setup.mjs";

const args = process.argv.slice(2);
const has = (option) => args.some((one) => one === option || one.startsWith(`${option}=`));

// With `--json`, nothing but one line is printed; help needs nothing but what is installed.
if (!(has("--help") || has("-h")) || !existsSync(join(root, "npm/fastify/dist"))) setup({ quiet: has("--json") });
if (has("--once")) process.env.FEDSEAL_CHROMIUM = chromium();
if (has("--pods") && !has("--redis")) process.env.FEDSEAL_REDIS = redis();

const platform = spawn(process.execPath, [join(root, "examples/platform/platform.js"), ...args], { stdio: "inherit" });
// A terminal sends its signals to both; others send them to this process alone.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => platform.kill(signal));
platform.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
