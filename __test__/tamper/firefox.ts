import { writeFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import { type Engine, opened, type Tab } from "./engine.ts";
import { type Guarded, guarded } from "./guarded.ts";

/** Firefox as people have it, without what it fetches and shows by itself. */
const PREFERENCES = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.chrome.site_icons": false,
  "browser.safebrowsing.blockedURIs.enabled": false,
  "browser.safebrowsing.downloads.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.http.speculative-parallel-limit": 0,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "startup.homepage_welcome_url": "about:blank",
};

/** Starts Firefox and connects by WebDriver BiDi. */
export async function firefox(path: string): Promise<Engine> {
  const process = guarded((folder) => {
    const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
    writeFileSync(join(folder, "user.js"), lines.join("\n"));
    return [path, "--headless", "--no-remote", "--profile", folder, "--remote-debugging-port=0", "about:blank"];
  });
  try {
    const browser = await Promise.race([connect(process), process.ended]);
    return engine(browser, process);
  } catch (error) {
    await process.stop();
    throw error;
  }
}

async function connect(process: Guarded): Promise<Browser> {
  const address = await new Promise<string>((resolve) => {
    process.onLine((line) => {
      const [, found] = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(line) ?? [];
      if (found) resolve(found);
    });
  });
  return puppeteer.connect({
    browserWSEndpoint: `${address}/session`,
    protocol: "webDriverBiDi",
    defaultViewport: null,
  });
}

function engine(browser: Browser, process: Guarded): Engine {
  return {
    name: "firefox",
    async open(url) {
      const context = await browser.createBrowserContext();
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
    async close() {
      await browser.disconnect();
      await process.stop();
    },
  };
}
