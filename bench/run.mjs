// Runs the benchmarks, prints tables, and writes every single sample to bench/out/results.json.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fail } from "../scripts/setup.mjs";
import { analytics } from "./analytics.mjs";
import { builds } from "./builds.mjs";
import { checking } from "./checking.mjs";
import { contract } from "./contract.mjs";
import { growth } from "./growth.mjs";
import { hashing } from "./hashing.mjs";
import { loading } from "./loading.mjs";
import { matching } from "./matching.mjs";
import { platform } from "./platform.mjs";
import { signing } from "./signing.mjs";
import { environment, environmentText, tableText } from "./table.mjs";
import { verifying } from "./verifying.mjs";

// Builds take most of the time; the others can afford more rounds.
const BENCHMARKS = {
  builds,
  growth,
  hashing: (options) => hashing({ ...options, rounds: 3 * options.rounds }),
  verifying: (options) => verifying({ ...options, rounds: 3 * options.rounds }),
  checking,
  loading: (options) => loading({ ...options, rounds: 3 * options.rounds }),
  matching: (options) => matching({ ...options, rounds: 3 * options.rounds }),
  signing: (options) => signing({ ...options, rounds: 3 * options.rounds }),
  contract,
  analytics: (options) => analytics({ ...options, rounds: 3 * options.rounds }),
  platform,
};

try {
  await main(readOptions());
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

async function main({ scale, rounds, only, minutes, parts }) {
  const out = join(import.meta.dirname, "out");
  mkdirSync(out, { recursive: true });
  const tables = [];
  for (const name of only ? [only] : Object.keys(BENCHMARKS)) {
    tables.push(...(await BENCHMARKS[name]({ out, scale, rounds, minutes, parts })));
  }
  const machine = environment();
  writeFileSync(join(out, "results.json"), `${JSON.stringify({ machine, scale, rounds, tables }, null, 2)}\n`);
  console.log([environmentText(machine, scale), "", ...tables.map(tableText)].join("\n"));
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      scale: { type: "string" },
      rounds: { type: "string" },
      only: { type: "string" },
      minutes: { type: "string" },
      parts: { type: "string" },
    },
  });
  const scale = Number(values.scale ?? 1);
  const rounds = Number(values.rounds ?? 5);
  const minutes = Number(values.minutes ?? 1);
  const parts = values.parts?.split(",");
  const { only } = values;
  if (!(scale > 0 && scale <= 1)) throw new Error(`--scale ${values.scale}: it has to be above 0 and at most 1`);
  if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error(`--rounds ${values.rounds}: it has to be 1 or more`);
  if (only !== undefined && !Object.hasOwn(BENCHMARKS, only)) {
    throw new Error(`--only ${only}: there are ${Object.keys(BENCHMARKS).join(", ")}`);
  }
  if (!(Number.isInteger(minutes) && minutes > 0))
    throw new Error(`--minutes ${values.minutes}: it has to be 1 or more`);
  return { scale, rounds, only, minutes, parts };
}
