import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { build } from "../../examples/platform/build/build.js";
import admin from "../../examples/platform/remotes/admin/rspack.config.js";
import designSystem from "../../examples/platform/remotes/design-system/rspack.config.js";
import reports from "../../examples/platform/remotes/reports/rspack.config.js";

/** The platform's remotes and shell meet in the contract package alone. */

const ROOT = join(import.meta.dirname, "../..");
const PLATFORM = join(ROOT, "examples/platform");
const FEDSEAL = join(ROOT, "npm/fedseal/bin/fedseal.js");
const scratch = mkdtempSync(join(tmpdir(), "fedseal-platform-contracts-"));
const run = promisify(execFile);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function filesOf(folder: string): Record<string, string> {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = all.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length), readFileSync(path, "utf8")]));
}

test("the contract package is what its remotes expose now", async () => {
  const outs: string[] = [];
  for (const [name, configuration] of Object.entries({ admin, reports, designSystem })) {
    const out = join(scratch, name);
    await build(configuration({ out, release: "1.0.0" }));
    outs.push(out);
  }
  const fresh = join(scratch, "contracts");
  cpSync(join(PLATFORM, "contracts"), fresh, { recursive: true });
  await run(process.execPath, [FEDSEAL, "contract", "generate", "--out", fresh, ...outs], { cwd: scratch });
  expect(filesOf(fresh)).toEqual(filesOf(join(PLATFORM, "contracts")));
});

test("shell and remotes compile", async () => {
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  await run(process.execPath, [tsc, "-p", PLATFORM], { cwd: ROOT });
});

test("the shell imports the source of no remote", () => {
  for (const [path, text] of Object.entries(filesOf(join(PLATFORM, "shell/src")))) {
    expect(text, path).not.toMatch(/from "[^"]*remotes?\/(admin|reports|design)/);
  }
});
