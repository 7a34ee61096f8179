import { setFlagsFromString } from "node:v8";

/** Versions of Node of which it is known that their V8 has the flag; another one would print that it does not know it. */
const KNOWN = [20, 22, 24];

/** How much of a function runs before V8 considers to optimize it, in bytes of bytecode. It starts with 66 KiB. */
const BUDGET = 500_000;

let isSet = false;

/**
 * Lets V8 optimize later. A comparison runs much of TypeScript a few times, and what is optimized too early is optimized again:
 * of a small comparison that is a fifth of the processor's time, of a large one even more.
 */
export function compileLater(): void {
  if (isSet || !KNOWN.includes(Number(process.versions.node.split(".")[0]))) return;
  isSet = true;
  setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
