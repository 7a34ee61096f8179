import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rules } from "@fedseal/binding";
import { afterAll, describe, expect, test } from "vitest";
import { fedseal, timeless } from "../commands/fedseal.ts";

/**
 * Every rule has a folder that breaks it and one that does not, and every rule runs over every folder: both commands
 * are run over it, and `expected.txt` holds all they say.
 */

const here = import.meta.dirname;

/** Rules that no folder in git can break, and where they are tested. */
const ELSEWHERE: Record<string, string> = {
  "asset/duplicate-name": "../../crates/seal/tests/refusals.rs",
  "contract/expose-not-found": "../contract/extract.test.ts",
  "contract/not-extracted": "../contract/extract.test.ts",
  "contract/stub-name-taken": "../contract/extract.test.ts",
  "contract/syntax-error": "../contract/extract.test.ts",
  "contract/unresolved-import": "../contract/extract.test.ts",
  "contract/unsupported-source": "../contract/extract.test.ts",
  "enforce/host-not-wired": "../bundlers/wiring.test.ts",
  "enforce/remote-not-wired": "../bundlers/wiring.test.ts",
  "file/changed-while-read": "../../crates/inspect/src/folder.rs",
  "file/unwritable": "../commands/seal.test.ts",
  "integrity/changed-after-seal": "../bundlers/emission.test.ts",
  "internal/panic": "../bundlers/refusals.test.ts",
  "manifest/too-large": "../../crates/seal/tests/refusals.rs",
  "options/invalid": "../bundlers/__snapshots__/refusals.test.ts.snap",
};

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "fedseal-test-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const ids = readdirSync(here, { withFileTypes: true })
  .filter((area) => area.isDirectory())
  .flatMap((area) => readdirSync(join(here, area.name)).map((name) => `${area.name}/${name}`))
  .sort();

test("every rule has a pair, or is tested elsewhere", () => {
  const known = rules().map((rule) => rule.id);
  expect([...ids, ...Object.keys(ELSEWHERE)].sort()).toEqual(known);
  for (const [rule, file] of Object.entries(ELSEWHERE)) {
    expect(readFileSync(join(here, file), "utf8"), file).toContain(rule);
  }
});

describe.each(ids)("%s", (rule) => {
  test("is found in the bad folder, not in the good one", async () => {
    const said = { bad: "", good: "" };
    for (const side of ["bad", "good"] as const) {
      const dir = join(scratch, rule, side);
      cpSync(join(here, rule, side), dir, { recursive: true, verbatimSymlinks: true });
      for (const command of ["verify", "seal"]) {
        if (!existsSync(dir)) throw new Error(`${dir} is missing`);
        const { stdout, status } = timeless(fedseal(join(scratch, rule), command, side));
        said[side] += `$ fedseal ${command} ${side}\n${stdout}exit code ${status}\n\n`;
      }
    }
    expect(said.bad).toContain(`[${rule}]`);
    expect(said.good).not.toContain(`[${rule}]`);
    await expect(said.bad + said.good).toMatchFileSnapshot(join(here, rule, "expected.txt"));
  });
});
