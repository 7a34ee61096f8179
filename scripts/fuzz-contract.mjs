// Fuzzes the comparison of contracts: real declaration files are mutated, and the compiler judges by what consumers of the
// old ones do. `node scripts/fuzz-contract.mjs [--seconds 60] [--seed 1,2,3]`; `--case <seed>` runs one case again;
// `--kind <regex>` takes only mutations of that name, `--majors` also prints every `major` that no consumer proves, to be read
// by a person. The same seeds give the same cases.
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/** A comparison that does not end is a failure too; nothing here takes a hundredth of that. */
const ENDLESS = 300_000;

if (isMainThread) watch();
else await work(workerData);

/** Holds the clock while the worker computes. */
function watch() {
  const { values } = parseArgs({
    options: {
      seconds: { type: "string", default: "60" },
      seed: { type: "string", default: "1,2,3" },
      case: { type: "string" },
      kind: { type: "string" },
      majors: { type: "boolean", default: false },
    },
  });
  const worker = new Worker(new URL(import.meta.url), { workerData: values });
  let seed = "none";
  let timer;
  worker.on("message", (started) => {
    seed = started;
    clearTimeout(timer);
    timer = setTimeout(() => {
      console.error(`case ${seed} does not end: node scripts/fuzz-contract.mjs --case ${seed}`);
      process.exit(1);
    }, ENDLESS);
  });
  worker.on("error", (error) => {
    console.error(`case ${seed} ends the fuzzer itself: node scripts/fuzz-contract.mjs --case ${seed}`);
    throw error;
  });
  worker.on("exit", (code) => {
    clearTimeout(timer);
    process.exitCode = code;
  });
}

async function work(values) {
  const { runCase } = await import("../fuzz/contract/case.mjs");
  const { shrink } = await import("../fuzz/contract/shrink.mjs");
  const { describe, keyOf } = await import("../fuzz/contract/report.mjs");
  const kinds = values.kind ? new RegExp(values.kind) : undefined;
  const end = Date.now() + Number(values.seconds) * 1000;
  const seen = new Map();
  const count = { cases: 0, mutants: 0, uses: 0, major: 0 };
  for (const seed of values.case ? [values.case] : seedsOf(values.seed.split(","), end)) {
    parentPort.postMessage(seed);
    const result = runCase(seed, { kinds });
    count.cases += 1;
    count.mutants += result.mutants.length;
    count.uses += result.uses;
    count.major += result.mutants.filter(({ broken }) => broken.length > 0).length;
    const unproven = result.mutants.filter(({ broken, verdict }) => verdict.bump === "major" && broken.length === 0);
    for (const { name, claim, text, verdict } of values.majors ? unproven : []) {
      const shown = { kind: "not proven", mutation: name, claim, old: result.old, now: text, verdict };
      if (!seen.has(keyOf(shown))) console.log(describe(shown, seed, result.origin));
      seen.set(keyOf(shown), 1);
    }
    for (const failure of result.failures) {
      const key = keyOf(failure);
      seen.set(key, (seen.get(key) ?? 0) + 1);
      if (seen.get(key) === 1) console.log(describe(shrink(failure), seed, result.origin));
    }
  }
  const { cases, mutants, uses, major } = count;
  console.log(
    `fuzz-contract: seeds ${values.case ?? values.seed}: ${cases} surfaces, ${mutants} mutants, ${major} of them breaking, ` +
      `${uses} uses of the surfaces, ${seen.size} kinds of failure`,
  );
  process.exitCode = seen.size > 0 ? 1 : 0;
}

function* seedsOf(seeds, end) {
  for (let at = 0; Date.now() < end; at++) yield `${seeds[at % seeds.length]}.${Math.floor(at / seeds.length)}`;
}
