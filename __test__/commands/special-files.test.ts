import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fedseal, fedsealAsync, output } from "./fedseal.ts";

/** Pipes in an output folder: whoever opens one waits for ever, so each of these fails by the limit of the test. */

/** A sealed folder in which a pipe stands at a name. */
function withPipe(name: string, files: Record<string, string> = {}) {
  const made = output(files);
  expect(fedseal(made.dir, "seal", "dist").status).toBe(0);
  rmSync(join(made.dist, name), { force: true });
  execFileSync("mkfifo", [join(made.dist, name)]);
  return made;
}

const CONFIGURATION = JSON.stringify({
  csp: { page: "https://app.example.com/", origin: "https://cdn.example.com/" },
  cache: { platform: "netlify" },
});

const NAMES = [
  "pipe.js",
  "static/js/lazy.js",
  "mf-manifest.json",
  "mf-manifest.json.sig",
  "mf-manifest.json.sig.headers",
  "mf-contract.json",
  "_headers",
  "_redirects",
  "index.html",
  "remoteEntry.js.gz",
  "nested.js.map",
];

test.each(NAMES)("check and report do not wait for the pipe %s", async (name) => {
  const { dir } = withPipe(name, { _headers: "/*\n  Cache-Control: no-cache\n" });
  // Without a configuration, and with one by which all areas apply.
  for (const call of [["check"], ["report", "--config", "all.json", "--out", "page.html"]]) {
    writeFileSync(join(dir, "all.json"), CONFIGURATION);
    const { status, stdout, stderr } = await fedsealAsync(dir, ...call);
    expect([0, 1, 2], stderr).toContain(status);
    expect(stdout + stderr).not.toContain("internal/panic");
  }
});

test("a pipe in place of what was sealed is not green", async () => {
  for (const name of ["static/js/lazy.js", "mf-manifest.json", "_headers"]) {
    const { dir } = withPipe(name, { _headers: "/*\n  Cache-Control: no-cache\n" });
    expect((await fedsealAsync(dir, "check")).status, name).toBeGreaterThan(0);
  }
});

test.each([["verify"], ["seal"], ["headers", "--format", "json"], ["contract", "check"]])(
  "%s does not wait for one either",
  async (...command) => {
    for (const name of ["pipe.js", "mf-contract.json"]) {
      const { dir } = withPipe(name);
      const ran = await fedsealAsync(dir, ...command, "dist");
      expect([0, 1, 2]).toContain(ran.status);
      expect(ran.stdout + ran.stderr).not.toContain("internal/panic");
    }
  },
);
