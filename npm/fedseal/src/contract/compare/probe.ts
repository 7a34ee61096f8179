import type { Change } from "./change.js";
import type { Context } from "./context.js";

/** Runs a comparison whose findings are not reported but returned. */
export function probe(context: Context, run: () => void): Change[] {
  const { changes, walked } = context;
  const start = changes.length;
  // What is met here is not reported.
  walked.aside(run);
  return changes.splice(start);
}
