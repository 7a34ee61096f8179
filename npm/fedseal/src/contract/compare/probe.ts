import type { Change } from "./change.js";
import type { Context } from "./context.js";

/** Runs a comparison whose findings are not reported but returned. */
export function probe(context: Context, run: () => void): Change[] {
  const { changes, met } = context;
  const start = changes.length;
  const before = new Map(met);
  run();
  // What was met here has not been reported.
  met.clear();
  for (const [key, different] of before) met.set(key, different);
  return changes.splice(start);
}
