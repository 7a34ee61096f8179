// Finds a Chromium for the browser tests, or installs Debian's: no test is left out for want of one.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fail } from "./setup.mjs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The path of a Chromium or Chrome; ends the process with a plain sentence when there is none and none can be installed. */
export function chromium() {
  const named = process.env.FEDSEAL_CHROMIUM;
  if (named !== undefined)
    return existsSync(named) ? named : fail(`FEDSEAL_CHROMIUM names ${named}, which does not exist.`);
  const found = PLACES.find(existsSync);
  if (found) return found;
  const root = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args) => {
    const [command, ...rest] = [...root, "apt-get", ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    return spawnSync(command, rest, { env, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  };
  const install = () => apt("install", "-y", "--no-install-recommends", "chromium");
  console.log("fedseal: installing Chromium for the browser tests");
  let tried = install();
  if (tried.status !== 0) {
    apt("update");
    tried = install();
  }
  const installed = PLACES.find(existsSync);
  if (installed) return installed;
  process.stderr.write(`${tried.stdout ?? ""}${tried.stderr ?? ""}`);
  return fail("the browser tests need Chromium or Chrome: install one, or set FEDSEAL_CHROMIUM to its path.");
}
