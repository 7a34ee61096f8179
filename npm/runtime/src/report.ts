import type { FedsealError } from "./errors.js";

/** Where errors go beside the console: a function, or a URL that gets them as JSON by POST. */
export type Report = string | ((error: FedsealError) => void);

/**
 * Makes a finding known: on the console, as a `fedseal` event of the window (its `detail` is the error), and to `report`.
 */
export function announce(report: Report | undefined, error: FedsealError, refused: boolean): void {
  error.refused = refused;
  console[refused ? "error" : "warn"](`fedseal: ${error.message}`);
  try {
    globalThis.dispatchEvent?.(new CustomEvent("fedseal", { detail: error }));
    if (typeof report === "function") Promise.resolve(report(error)).catch(console.error);
    else if (report) {
      const body = JSON.stringify({ ...error, message: error.message });
      // A simple request: it arrives, whatever the answer's headers say.
      fetch(report, { method: "POST", body, keepalive: true }).catch(console.error);
    }
  } catch (thrown) {
    // Whoever listens may fail; what was refused stays refused.
    console.error(thrown);
  }
}
