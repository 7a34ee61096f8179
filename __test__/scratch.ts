import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Inside the project, where packages are found by name. No clone has it, so `folder` makes it. */
export const SCRATCH = join(import.meta.dirname, "../.tmp");

/** A new folder, removed after the tests of the file. */
export function folder(parent = tmpdir()): string {
  mkdirSync(parent, { recursive: true });
  const path = realpathSync(mkdtempSync(join(parent, "fedseal-test-")));
  folders.push(path);
  return path;
}
