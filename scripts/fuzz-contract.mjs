// Fuzzes the comparison of contracts: real declaration files are mutated, and the compiler judges by what consumers of the
// old ones do. `node scripts/fuzz-contract.mjs [--cases 25] [--seed 1,2,3]` runs that many cases of each seed, the same ones on
// every machine; `--seconds 900` runs as many as it gets done with instead. `--case <seed>` runs one case again;
// `--kind <regex>` takes only mutations of that name, `--majors` also prints every `major` that no consumer proves, to be read
// by a person.
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/** A comparison that does not end is a failure too; none takes a hundredth of that. */
const ENDLESS = 300_000;
/** TypeScript has types that it does not get done with, mutated ones among them. That says nothing about the comparison. */
const GIVEN_UP = 60_000;
/** Cases of each seed: about a minute for three seeds. A limit of time would run cases on a fast machine that nobody ran before. */
const CASES = "25";

if (isMainThread) watch();
else await work(workerData);

/** Holds the clock while a worker computes. */
function watch() {
  const { values } = parseArgs({
    options: {
      cases: { type: "string" },
      seconds: { type: "string" },
      seed: { type: "string", default: "1,2,3" },
      case: { type: "string" },
      kind: { type: "string" },
      majors: { type: "boolean", default: false },
    },
  });
  if (values.cases !== undefined && values.seconds !== undefined) throw new Error("--cases or --seconds, not both");
  const perSeed = numberIn("cases", values.cases ?? CASES);
  const end = values.seconds === undefined ? undefined : Date.now() + numberIn("seconds", values.seconds) * 1000;
  start({ ...values, cases: perSeed, end, first: 0 });
}

/** A number that lets at least one case run. */
function numberIn(name, text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} ${text}: a whole number from 1 is needed`);
  return number;
}

function start(options) {
  const worker = new Worker(new URL(import.meta.url), { workerData: options });
  let now = { at: options.first, seed: "none", phase: "start" };
  let timer;
  worker.on("message", (message) => {
    now = { ...now, ...message };
    // What a worker found counts, however it ends.
    if (message.failed) process.exitCode = 1;
    clearTimeout(timer);
    timer = setTimeout(() => giveUp(worker, options, now), now.phase === "engine" ? ENDLESS : GIVEN_UP);
  });
  worker.on("error", (error) => {
    if (now.phase !== "engine" && error instanceof RangeError) return giveUp(worker, options, now);
    console.error(`case ${now.seed} ends the fuzzer itself: node scripts/fuzz-contract.mjs --case ${now.seed}`);
    throw error;
  });
  worker.on("exit", (code) => {
    clearTimeout(timer);
    process.exitCode ||= code;
  });
}

async function giveUp(worker, options, { at, seed, phase }) {
  if (phase !== "engine") console.log(`case ${seed} is given up: TypeScript does not get done with it (${phase})`);
  else console.error(`case ${seed} does not end (${phase}): node scripts/fuzz-contract.mjs --case ${seed}`);
  worker.removeAllListeners("exit");
  await worker.terminate();
  if (phase === "engine") process.exitCode = 1;
  if (options.case === undefined) start({ ...options, first: at + 1 });
}

async function work(values) {
  const { runCase } = await import("../fuzz/contract/case.mjs");
  const { shrink } = await import("../fuzz/contract/shrink.mjs");
  const { describe, keyOf } = await import("../fuzz/contract/report.mjs");
  const kinds = values.kind ? new RegExp(values.kind) : undefined;
  const seen = new Map();
  const count = { cases: 0, mutants: 0, uses: 0, major: 0 };
  for (const [at, seed] of values.case ? [[0, values.case]] : seedsOf(values)) {
    parentPort.postMessage({ at, seed, phase: "case" });
    const result = runCase(seed, { kinds, phase: (phase) => parentPort.postMessage({ phase }) });
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
      parentPort.postMessage({ failed: true });
      if (seen.get(key) === 1) console.log(describe(shrink(failure), seed, result.origin));
    }
  }
  const { cases, mutants, uses, major } = count;
  console.log(
    `fuzz-contract: seeds ${values.case ?? values.seed}: ${cases} surfaces, ${mutants} mutants, ${major} of them breaking, ` +
      `${uses} uses of the surfaces, ${seen.size} kinds of failure`,
  );
  if (seen.size > 0) process.exitCode = 1;
}

function* seedsOf({ seed, cases, end, first }) {
  const seeds = seed.split(",");
  const isOver = (at) => (end === undefined ? at >= cases * seeds.length : Date.now() >= end);
  for (let at = first; !isOver(at); at++) yield [at, `${seeds[at % seeds.length]}.${Math.floor(at / seeds.length)}`];
}
