// The browsers of the tests.
import { find, NONE } from "./programs.mjs";
import { fail } from "./setup.mjs";

const ENGINES = {
  chromium: {
    name: "Chromium or Chrome",
    variable: "FEDSEAL_CHROMIUM",
    packages: ["chromium"],
    places: [
      "/usr/bin/chromium",
      "/usr/bin/chromium-browser",
      "/usr/bin/google-chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    ],
    needs: [],
  },
  firefox: {
    name: "Firefox",
    variable: "FEDSEAL_FIREFOX",
    packages: ["firefox-esr"],
    places: [
      "/usr/bin/firefox-esr",
      "/usr/bin/firefox",
      "/Applications/Firefox.app/Contents/MacOS/firefox",
      "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
    ],
    needs: [],
  },
  webkit: {
    name: "WebKitGTK's WebKitWebDriver",
    variable: "FEDSEAL_WEBKIT",
    packages: ["webkit2gtk-driver", "xvfb", "xauth", "dbus"],
    places: ["/usr/bin/WebKitWebDriver"],
    needs: ["/usr/bin/xvfb-run", "/usr/bin/xauth"],
  },
};

const PURPOSE = "the browser tests";

/** The path of a Chromium or Chrome. Ends the process with a plain sentence when there is none and none can be installed. */
export function chromium() {
  const { path, reason } = find(ENGINES.chromium, PURPOSE);
  return path ?? fail(reason);
}

/**
 * Tells the tests, by environment variables, where the three engines are, and returns a sentence for each engine that
 * cannot be had, whose cells are left out. Chromium has to be there; with `CI=true` all of them have to.
 */
export function browsers() {
  process.env.FEDSEAL_CHROMIUM = chromium();
  const missing = [];
  for (const engine of [ENGINES.firefox, ENGINES.webkit]) {
    const { path, reason } = find(engine, PURPOSE);
    process.env[engine.variable] = path ?? NONE;
    if (path === undefined) missing.push(reason);
  }
  if (missing.length > 0 && process.env.CI === "true") {
    fail(`CI=true, and no engine is left out there:\n  - ${missing.join("\n  - ")}`);
  }
  return missing;
}
