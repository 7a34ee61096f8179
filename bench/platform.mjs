// The reference platform under load: what Redis that fails costs, tokens, the server between page and APIs, memory, observation, canaries.
import { canaries } from "./platform-canary.mjs";
import { loads } from "./platform-loads.mjs";
import { memory } from "./platform-memory.mjs";
import { overhead } from "./platform-overhead.mjs";
import { observing } from "./platform-pages.mjs";
import { startPlace } from "./platform-place.mjs";
import { tokens } from "./platform-tokens.mjs";

/** `minutes` of load, for memory; `parts`: those that run. */
export async function platform({ out, scale, rounds, minutes, parts }) {
  const wanted = (name) => parts === undefined || parts.includes(name);
  const tables = wanted("canaries") ? canaries({ scale }) : [];
  const inPlace = Object.entries({ loads, tokens, overhead, observing, memory }).filter(([name]) => wanted(name));
  if (inPlace.length === 0) return tables;
  const place = await startPlace({ out, rows: Math.max(1_000, Math.round(20_000 * scale)) });
  try {
    for (const [, measure] of inPlace) tables.push(...(await measure({ place, out, scale, rounds, minutes })));
  } finally {
    await place.stop();
  }
  return tables;
}
