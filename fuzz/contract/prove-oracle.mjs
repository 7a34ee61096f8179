// Holds the oracle to the labelled pairs of `__test__/contract/pairs`: it must find no break where the label says that
// there is none, and most of those that there are. `node fuzz/contract/prove-oracle.mjs [name] [--verbose]`
import { consumersOf } from "./consumers.mjs";
import { judge } from "./oracle.mjs";
import { Surface } from "./program.mjs";
import { pairLabel, pairNames, pairSide } from "./surfaces.mjs";

/** What it does not see: consumers that augment modules, call in ways that only a person thinks of, or use `any`. */
const LEAST = 0.7;

const filter = process.argv.slice(2).find((one) => !one.startsWith("--"));
const verbose = process.argv.includes("--verbose");
const count = { pairs: 0, major: 0, proven: 0, wrong: 0 };
for (const name of pairNames.filter((one) => !filter || one.includes(filter))) {
  const [old, now] = [pairSide(name, "old"), pairSide(name, "new")];
  if (old === undefined || now === undefined) continue;
  const { bump, reverse } = pairLabel(name);
  prove(`${name}, forward`, old, now, bump);
  prove(`${name}, backward`, now, old, reverse.bump);
}
console.log(
  `${count.pairs} directions, ${count.major} breaking, ${count.proven} of them proven, ${count.wrong} mistakes`,
);
process.exitCode = count.wrong === 0 && count.proven >= count.major * LEAST && count.pairs > 0 ? 0 : 1;

function prove(name, old, now, label) {
  const base = new Surface(old);
  if (base.errors().length > 0) return;
  const [{ errors, broken }] = judge(old, consumersOf(base), [now]);
  if (errors.length > 0) return;
  count.pairs += 1;
  if (label === "major") {
    count.major += 1;
    if (broken.length > 0) count.proven += 1;
    else if (verbose) console.log(`not proven: ${name}`);
  } else if (broken.length > 0) {
    count.wrong += 1;
    console.log(`${name}: the label is ${label}, but this breaks:\n${broken[0].text}\n    ${broken[0].error}`);
  }
}
