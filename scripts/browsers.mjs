// Finds the browsers of the tests, or installs Debian's packages: no test is left out for want of one that can be had.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fail } from "./setup.mjs";

/** What a variable says of an engine that is left out. */
const NONE = "none";

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

/** The path of a Chromium or Chrome. Ends the process with a plain sentence when there is none and none can be installed. */
export function chromium() {
  const { path, reason } = find(ENGINES.chromium);
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
    const { path, reason } = find(engine);
    process.env[engine.variable] = path ?? NONE;
    if (path === undefined) missing.push(reason);
  }
  if (missing.length > 0 && process.env.CI === "true") {
    fail(`CI=true, and no engine is left out there:\n  - ${missing.join("\n  - ")}`);
  }
  return missing;
}

/** Where an engine is, or why it is not there. */
function find(engine) {
  const { name, variable, packages, places, needs } = engine;
  const named = process.env[variable];
  if (named === NONE) return { reason: `${name}: ${variable} is "${NONE}".` };
  if (named !== undefined && !existsSync(named)) fail(`${variable} names ${named}, which does not exist.`);
  const look = () => (needs.every(existsSync) ? (named ?? places.find(existsSync)) : undefined);
  const found = look();
  if (found) return { path: found };
  if (process.platform === "linux") install(name, packages);
  const path = look();
  if (path) return { path };
  const debian = `on Debian and Ubuntu, \`apt-get install ${packages.join(" ")}\``;
  return { reason: `the browser tests need ${name}: install it (${debian}), or set ${variable} to its path.` };
}

/** Debian's packages. What apt-get prints is shown when they cannot be installed. */
function install(name, packages) {
  const root = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args) => {
    const [command, ...rest] = [...root, "apt-get", ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    return spawnSync(command, rest, { env, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  };
  const attempt = () => apt("install", "-y", "--no-install-recommends", ...packages);
  console.log(`fedseal: installing ${name} for the browser tests`);
  let tried = attempt();
  if (tried.status !== 0) {
    apt("update");
    tried = attempt();
  }
  if (tried.status !== 0) {
    process.stderr.write(tried.error ? `${tried.error.message}\n` : `${tried.stdout}${tried.stderr}`);
  }
}
