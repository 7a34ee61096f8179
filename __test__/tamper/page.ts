import type { Browser } from "playwright-core";
import { engineOf } from "./browser.ts";
import type { Engine, Tab } from "./engine.ts";

/** What a load came to. */
export interface Outcome {
  /** What the remote's code returned, or what was thrown. */
  result: unknown;
  error: string | undefined;
  /** Whether a second host of the page could load the remote. */
  loaded?: unknown;
  /** What was reported; by a server, what `report` was given. */
  told: { code: string; url?: string; message: string; refused?: boolean }[];
  /** Whether the host said that its page lacks Integrity-Policy; not among `told`. */
  advised: boolean;
  /** How often tampered code ran, styles included. */
  evil: number;
  /** Whether the host's own code still works. */
  alive: boolean;
  /** Errors of the console, as people see them, always empty in WebKit; of a server, warnings too. */
  console: string[];
}

/** As {@link look}, on {@link withTab}'s terms. */
export function visit(browser: Engine | Browser, url: string, options: Visit = {}): Promise<Outcome> {
  const engine = "open" in browser ? browser : engineOf(browser);
  return withTab(engine, url, (tab) => look(tab, options), options.again);
}

/** WebKit's driver loses about one command in a hundred pages; three times in a row is no accident. */
const ATTEMPTS = 3;

/**
 * Opens a page and does something with it; again if the driver of the browser did not answer. A page that hangs does so
 * every time. `again` is called before each further attempt.
 */
export async function withTab<Result>(
  engine: Engine,
  url: string,
  run: (tab: Tab) => Promise<Result>,
  again?: () => void,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      const tab = await engine.open(url);
      try {
        return await run(tab);
      } finally {
        await tab.close();
      }
    } catch (error) {
      if (attempt === ATTEMPTS || !/WebKitWebDriver: .*timeout|TimeoutError/.test(String(error))) throw error;
      console.log(`WebKit's driver did not answer; visiting ${url} again`);
      again?.();
    }
  }
}

interface Visit {
  /** A remote that is registered while the page runs. */
  remote?: unknown;
  waitForError?: boolean;
  waitForAdvice?: boolean;
  /** The name of another host of the page, which loads the remote afterwards. */
  second?: string;
  /** Called before a second visit, where the first one's requests would be counted. */
  again?: () => void;
}

/** Loads the remote, and looks at what happened. */
async function look(
  tab: Tab,
  { remote, waitForError = false, waitForAdvice = false, second }: Visit,
): Promise<Outcome> {
  if (!(await until(tab, "window.load !== undefined", 20_000)))
    throw new Error(`the host did not start: ${tab.console}`);
  const { result, error } = (await tab.evaluate(
    `${second ? loadWith("shell") : `load(${JSON.stringify(remote)})`}.then((result) => ({ result }), (error) => ({ error: String(error) }))`,
  )) as { result?: unknown; error?: string };
  // Another host of the page loads the same remote afterwards.
  const loaded = second && (await tab.evaluate(loadWith(second)));
  // The reason is looked for after the refusal, and told when it is found.
  if (waitForError) await until(tab, `told.some(({ code }) => code !== "${ADVICE}") || ${EVIL} > 0`, 10_000);
  if (waitForAdvice) await until(tab, `told.some(({ code }) => code === "${ADVICE}")`, 10_000);
  const evil = (await tab.evaluate(EVIL)) as number;
  const all = (await tab.evaluate("told")) as Outcome["told"];
  const told = all.filter(({ code }) => code !== ADVICE);
  const alive = (await tab.evaluate("alive()")) as boolean;
  return { result, error, loaded, told, advised: told.length < all.length, evil, alive, console: [...tab.console] };
}

/** Loads the remote with the host of a name, once that host is there. */
function loadWith(name: string): string {
  return `(async () => {
    const find = () => __FEDERATION__.__INSTANCES__.find((one) => one.name === "${name}");
    for (let waited = 0; !find() && waited < 5000; waited += 20) await new Promise((done) => setTimeout(done, 20));
    return find().loadRemote("shop/Panel").then(() => true, () => false);
  })()`;
}

const ADVICE = "ERR_FEDSEAL_INTEGRITY_POLICY";
const EVIL =
  "((globalThis.__EVIL__ ?? 0) + Number(getComputedStyle(document.documentElement).getPropertyValue('--evil') || 0))";

/** Asks again and again; Playwright's own way to wait needs `eval` in the page, which the page's policy may forbid. */
async function until(tab: Tab, expression: string, timeout: number): Promise<boolean> {
  for (let waited = 0; waited < timeout; waited += 20) {
    if (await tab.evaluate(expression)) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}
