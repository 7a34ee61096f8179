import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSide } from "../../npm/fedseal/dist/contract/sides.js";
import { asNew, Reader } from "./comparing.ts";

/**
 * Pairs of surfaces with the level that each change has, in both directions: those of the formal specification at
 * semver-ts.org and what occurs in components. Written without a look at the comparison.
 */

const reader = new Reader();

const pairs = join(import.meta.dirname, "pairs");

/** Hundreds of comparisons in one test. */
const LONG = 1_200_000;

interface Expected {
  bump: "none" | "patch" | "minor" | "major";
  /** The cause, or the beginning of it. */
  export: string | null;
}

const names = readdirSync(pairs, { withFileTypes: true })
  .filter((item) => item.isDirectory())
  .map((item) => item.name);

test("there are all the pairs", () => {
  expect(names.length).toBeGreaterThanOrEqual(1300);
});

test("a folder as the new side is what it is as the old one, but for the name of its virtual folder", async () => {
  // Some of each kind: sources with and without types of their own, declarations, packages.
  for (const name of names.filter((_, index) => index % 80 === 0)) {
    const path = join(pairs, name, "new");
    const [old, now] = [await readSide(path, "old"), await readSide(path, "new")];
    if (!old.side) throw new Error(JSON.stringify(old.diagnostics));
    expect(asNew(old.side), name).toEqual(now.side);
  }
});

describe.each(names)("%s", (name) => {
  const { reverse, ...forward } = JSON.parse(readFileSync(join(pairs, name, "expected.json"), "utf8")) as Expected & {
    reverse: Expected;
  };

  test.each([
    ["forward", "old", "new", forward],
    ["backward", "new", "old", reverse],
  ] as const)("%s", async (_, old, now, expected) => {
    const { bump, findings, undecided } = await reader.diff(join(pairs, name, old), join(pairs, name, now));
    expect(undecided).toEqual([]);
    expect({ bump, findings }).toMatchObject({ bump: expected.bump });
    if (expected.export === null) return;
    const causes = findings.filter((one) => one.level === expected.bump).map((one) => one.export);
    expect(
      causes.some((one) => isAt(one, expected.export as string)),
      `${causes} is not ${expected.export}`,
    ).toBe(true);
  });
});

/** A path, or one inside of what it names. */
function isAt(path: string, wanted: string): boolean {
  const bare = path.replace(/^new /, "");
  return bare === wanted || (bare.startsWith(wanted) && "([.<".includes(bare[wanted.length] ?? ""));
}

test(
  "nothing differs from itself",
  async () => {
    // A sixth of them shows it.
    for (const name of names.filter((_, index) => index % 6 === 0)) {
      for (const side of ["old", "new"]) {
        const path = join(pairs, name, side);
        const { bump, findings, undecided } = await reader.diff(path, path);
        expect({ name, side, bump, findings, undecided }).toEqual({
          name,
          side,
          bump: "none",
          findings: [],
          undecided: [],
        });
      }
    }
  },
  LONG,
);

test(
  "strict is never milder than standard",
  async () => {
    const order = ["none", "patch", "minor", "major"];
    // A sixth of them shows it.
    for (const name of names.filter((_, index) => index % 6 === 0)) {
      const standard = await reader.diff(join(pairs, name, "old"), join(pairs, name, "new"));
      const strict = await reader.diff(join(pairs, name, "old"), join(pairs, name, "new"), "strict");
      expect(order.indexOf(strict.bump), name).toBeGreaterThanOrEqual(order.indexOf(standard.bump));
    }
  },
  LONG,
);

// A consumer that compiles before and not after proves a breaking change; one that compiles on both sides, the others.
test(
  "consumers prove what is expected",
  () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(import.meta.dirname, "prove.mjs")], {
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(status, stdout).toBe(0);
  },
  LONG,
);
