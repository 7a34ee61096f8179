import type { Browser } from "playwright-core";

/** What a load came to. */
export interface Outcome {
  /** What the remote's code returned, or what was thrown. */
  result: unknown;
  error: string | undefined;
  told: { code: string; url?: string; message: string }[];
  /** How often tampered code ran, styles included. */
  evil: number;
  /** Whether the host's own code still works. */
  alive: boolean;
  /** Errors of the console, as people see them. */
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
    await page.waitForFunction("window.load !== undefined", undefined, { timeout: 20_000 });
    const { result, error } = (await page.evaluate(
      "(remote) => load(remote).then((result) => ({ result }), (error) => ({ error: String(error) }))"
        .replace(/^/, "(")
        .concat(`)(${JSON.stringify(remote)})`),
    )) as { result?: unknown; error?: string };
    // The reason is looked for after the refusal, and told when it is found.
    if (waitForError) {
      await page
        .waitForFunction(`told.length > 0 || ${EVIL} > 0`, undefined, { timeout: 10_000 })
        .catch(() => undefined);
    }
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
