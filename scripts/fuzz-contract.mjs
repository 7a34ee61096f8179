// Fuzzes the comparison of contracts: real declaration files, mutated; consumers of the old ones say, by the compiler, what is
// breaking. `node scripts/fuzz-contract.mjs [--seconds 60] [--seed 1] [--case <seed>] [--kind <regex>] [--keep-going]`
import { parseArgs } from "node:util";
import { linesOf } from "../fuzz/contract/engine.mjs";
import { runCase } from "../fuzz/contract/case.mjs";
import { shrink } from "../fuzz/contract/shrink.mjs";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    case: { type: "string" },
    kind: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const kinds = values.kind ? new RegExp(values.kind) : undefined;
const end = Date.now() + Number(values.seconds) * 1000;
const seen = new Set();
let cases = 0;
let uses = 0;
let failed = 0;
for (let at = 0; values.case ? at < 1 : Date.now() < end; at++) {
  const seed = values.case ?? `${values.seed}.${at}`;
  const started = performance.now();
  const result = runCase(seed, { kinds });
  cases += result.mutants.length;
  uses += result.uses;
  const took = performance.now() - started;
  if (took > 20_000) console.log(`slow: ${seed} ${result.origin} ${Math.round(took)} ms`);
  if (values.json) for (const one of result.mutants) console.log(JSON.stringify({ seed, origin: result.origin, old: result.old, ...one }));
  for (const found of result.failures) {
    failed += 1;
    const one = shrink(found);
    const key = `${one.kind} ${one.mutation} ${one.verdict.findings[0]?.rule ?? ""}${one.broken?.[0]?.kind.split(" ").slice(0, -1).join(" ") ?? ""}`;
    if (seen.has(key)) continue;
    seen.add(key);
    console.log(`\n=== ${one.kind}: ${one.mutation} (${one.claim}), case ${seed}, ${result.origin}`);
    console.log(`--- old\n${one.old}--- new\n${one.now}`);
    for (const { kind, text, error } of (one.broken ?? []).slice(0, 2)) console.log(`--- ${kind}\n${text}\n    ${error}`);
    if (one.reason) console.log(`--- ${one.reason}`);
    console.log(`--- engine\n${linesOf(one.verdict).join("\n")}`);
  }
}
console.log(`\n${cases} mutants, ${uses} uses, ${failed} failures, ${seen.size} kinds`);
process.exitCode = failed > 0 ? 1 : 0;
