import type { FedsealError } from "./errors.js";

/** Where errors go beside the console: a function, or a URL that gets them as JSON by POST. */
export type Report = string | ((error: FedsealError) => void);

/**
 * Makes every finding known: on the console, as a `fedseal` event of the window (its `detail` is the error), and to
 * `report`. The same finding is told once.
 */
export function reporter(report: Report | undefined): (error: FedsealError, refused: boolean) => void {
  const told = new Set<string>();
  return (error, refused) => {
    const key = `${error.code} ${error.url}`;
    if (told.has(key)) return;
    told.add(key);
    console[refused ? "error" : "warn"](`fedseal ${refused ? "refused" : "let through"}: ${error.message}`);
    try {
      if (typeof dispatchEvent === "function") dispatchEvent(new CustomEvent("fedseal", { detail: error }));
      if (typeof report === "function") report(error);
      else if (report) send(report, error, refused);
    } catch (thrown) {
      // Whoever listens may fail; what was refused stays refused.
      console.error(thrown);
    }
  };
}

function send(url: string, error: FedsealError, refused: boolean): void {
  const { name, code, message } = error;
  const body = JSON.stringify({ ...error, name, code, message, refused });
  // Not sendBeacon: its blob would need a preflight to say that this is JSON.
  fetch(url, { method: "POST", body, keepalive: true, credentials: "omit", mode: "no-cors" }).catch(() => {
    console.error(`fedseal could not report to ${url}`);
  });
}
