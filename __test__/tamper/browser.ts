import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { type Engine, type EngineName, opened, type Tab } from "./engine.ts";
import { firefox } from "./firefox.ts";
import { webkit } from "./webkit.ts";

/** Where Debian's packages have them, and the variables that name others. The set-up installs them (scripts/browsers.mjs). */
const PLACES = {
  chromium: { variable: "FEDSEAL_CHROMIUM", path: "/usr/bin/chromium" },
  firefox: { variable: "FEDSEAL_FIREFOX", path: "/usr/bin/firefox-esr" },
  webkit: { variable: "FEDSEAL_WEBKIT", path: "/usr/bin/WebKitWebDriver" },
} satisfies Record<EngineName, unknown>;

const NAMES = Object.keys(PLACES) as EngineName[];
/** Engines that are not to be had here: their variable is "none". The set-up says so aloud, and refuses it in CI. */
export const LEFT_OUT = NAMES.filter((name) => name !== "chromium" && process.env[PLACES[name].variable] === "none");
/** The engines to test in. */
export const ENGINES = NAMES.filter((name) => !LEFT_OUT.includes(name));

/** Starts a browser; without a name Chromium, as Playwright's own object for the tests of one engine. */
export function launch(): Promise<Browser>;
export function launch(name: EngineName): Promise<Engine>;
export async function launch(name?: EngineName): Promise<Browser | Engine> {
  if (name === undefined) return playwright();
  if (name === "chromium") return engineOf(await playwright());
  return { firefox, webkit }[name](pathOf(name));
}

/** Playwright's browser as an engine. */
export function engineOf(browser: Browser): Engine {
  return {
    name: "chromium",
    async open(url) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const console: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") console.push(message.text());
      });
      page.on("pageerror", (error) => console.push(String(error)));
      const tab: Tab = {
        console,
        evaluate: (expression) => page.evaluate(expression),
        close: () => context.close(),
      };
      return opened(tab, () => page.goto(url));
    },
    close: () => browser.close(),
  };
}

function playwright(): Promise<Browser> {
  return chromium.launch({
    executablePath: pathOf("chromium"),
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

function pathOf(name: EngineName): string {
  const { variable, path: usual } = PLACES[name];
  const path = process.env[variable] ?? usual;
  if (!existsSync(path)) {
    throw new Error(`no ${name} at ${path}: \`npm test\` installs it, or set ${variable} to one`);
  }
  return path;
}
