import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

/** The browsers of the tests: none outlives the process that started it. */

const GUARD = join(import.meta.dirname, "guard.mjs");

test("everything that a guard started ends when its parent is killed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fedseal-guarded-"));
  // Deaf to polite signals, as a browser that hangs.
  const command = ["sh", "-c", "trap '' TERM; sleep 600 & echo started; while :; do wait; done"];
  const script = `
    const { spawn } = require("node:child_process");
    const args = ${JSON.stringify([GUARD, folder, ...command])};
    spawn(process.execPath, args, { detached: true, stdio: ["pipe", "inherit", "inherit"] });
    setInterval(() => {}, 1_000);`;
  const parent = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  expect(String(await once(parent.stdout, "data"))).toBe("started\n");
  // Guard, shell and sleep write to one pipe: it closes when the last of them is gone.
  const closed = once(parent, "close");
  parent.kill("SIGKILL");
  await closed;
  expect(existsSync(folder)).toBe(false);
});
