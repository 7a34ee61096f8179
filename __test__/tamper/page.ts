import type { Browser, Page } from "playwright-core";

/** What a load came to. */
export interface Outcome {
  /** What the remote's code returned, or what was thrown. */
  result: unknown;
  error: string | undefined;
  /** What `report` was given. */
  told: { code: string; url?: string; message: string; refused?: boolean }[];
  /** How often tampered code ran, styles included. */
  evil: number;
  /** Whether the host's own code still works. */
  alive: boolean;
  /** Errors of the console, as people see them; of a server, warnings too. */
  console: string[];
}

/** Opens the host, loads the remote, and looks at what happened. */
export async function visit(
  browser: Browser,
  url: string,
  { remote, waitForError = false }: { remote?: unknown; waitForError?: boolean } = {},
): Promise<Outcome> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const console: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") console.push(message.text());
    });
    page.on("pageerror", (error) => console.push(String(error)));
    await page.goto(url);
    if (!(await until(page, "window.load !== undefined", 20_000)))
      throw new Error(`the host did not start: ${console}`);
    const { result, error } = (await page.evaluate(
      "(remote) => load(remote).then((result) => ({ result }), (error) => ({ error: String(error) }))"
        .replace(/^/, "(")
        .concat(`)(${JSON.stringify(remote)})`),
    )) as { result?: unknown; error?: string };
    // The reason is looked for after the refusal, and told when it is found.
    if (waitForError) await until(page, `told.length > 0 || ${EVIL} > 0`, 10_000);
    const evil = (await page.evaluate(EVIL)) as number;
    const told = (await page.evaluate("told")) as Outcome["told"];
    const alive = (await page.evaluate("alive()")) as boolean;
    return { result, error, told, evil, alive, console };
  } finally {
    await context.close();
  }
}

const EVIL =
  "((globalThis.__EVIL__ ?? 0) + Number(getComputedStyle(document.documentElement).getPropertyValue('--evil') || 0))";

/** Asks again and again; Playwright's own way to wait needs `eval` in the page, which the page's policy may forbid. */
async function until(page: Page, expression: string, timeout: number): Promise<boolean> {
  for (let waited = 0; waited < timeout; waited += 20) {
    if (await page.evaluate(expression)) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}
