import type { FedsealError } from "./errors.js";

/** Where errors go beside the console: a function, or a URL that gets them as JSON by POST. */
export type Report = string | ((error: FedsealError) => void);

/** Said once, and not with every error. */
let failed = false;

/**
 * Makes a finding known, once: on the console, as a `fedseal` event of the window (its `detail` is the error), and to
 * `report`. Never rejects: whoever listens may fail, and what was refused stays refused.
 */
export async function announce(report: Report | undefined, error: FedsealError, refused: boolean): Promise<void> {
  if ("refused" in error) return;
  error.refused = refused;
  console[refused ? "error" : "warn"](`fedseal: ${error.message}`);
  try {
    globalThis.dispatchEvent?.(new CustomEvent("fedseal", { detail: error }));
    if (typeof report === "function") await report(error);
    else if (report) {
      const body = JSON.stringify({ ...error, message: error.message });
      // A simple request whose answer needs no CORS headers.
      const { status } = await fetch(report, { method: "POST", body, keepalive: true, mode: "no-cors" });
      if (status > 399) throw new Error(`status ${status}`);
    }
  } catch (thrown) {
    const { cause = thrown } = (thrown ?? {}) as { cause?: unknown };
    const to = typeof report === "string" ? report : "`report`";
    if (!failed) console.error(`fedseal: could not send a report to ${to}:`, (cause as Error)?.message || thrown);
    failed = true;
  }
}
