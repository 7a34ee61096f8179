import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";

/** The story of `examples/basic`, as a reader runs it: real commits, real builds, the real command. */

const SCRIPT = join(import.meta.dirname, "../../examples/basic/merge-blockers.mjs");

let chapters: Map<string, string>;
let status: number | null;
let stderr: string;

beforeAll(() => {
  const ran = spawnSync(process.execPath, [SCRIPT], { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
  ({ status, stderr } = ran);
  const parts = ran.stdout.split(/^──── (.+) ────$/m).slice(1);
  chapters = new Map(
    parts.flatMap((title, index) => (index % 2 === 0 ? [[title.split(":")[0] ?? "", parts[index + 1] ?? ""]] : [])),
  );
}, 240_000);

describe("the three merge blockers", () => {
  test("the script ends well, and says what it found of every branch", () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(chapters.get("Together")?.trim().split("\n")).toEqual([
      "other-words     green",
      "  rename-expose   red (exit code 1): contract/version-not-raised, contract/expose-removed",
      "  immutable-entry red (exit code 1): cache/entry-immutable",
      "  asset-host      red (exit code 1): csp/source-missing",
    ]);
  });

  test("a change that breaks nobody is checked by every area, and nothing is found", () => {
    const text = chapters.get("other-words");
    expect(text).toContain("fedseal: nothing found in integrity, contract, cache, serve, csp, shared, federation");
    expect(text).not.toMatch(/^(error|warning|note)\[/m);
  });

  const SAID: [branch: string, place: string, ...words: string[]][] = [
    [
      "rename-expose",
      "at   remote/package.json:4:3",
      "error[contract/expose-removed]: ./Button is no longer exposed",
      "Keep the expose until no shell uses it",
    ],
    [
      "immutable-entry",
      "at   remote/public/_headers:6",
      "error[cache/entry-immutable]: remoteEntry.js",
      "browsers do not ask again for 1 year",
      "fix  Send `Cache-Control: no-cache`.",
    ],
    [
      "asset-host",
      "at   host/public/_headers:2:48",
      "error[csp/source-missing]: `script-src` blocks https://assets.example.net/shop/remoteEntry.js",
      "fix  Write `script-src 'self' http://localhost:3001 https://assets.example.net`.",
    ],
  ];
  test.each(SAID)("%s is red, with a place, a reason and a fix", (branch, ...words) => {
    for (const one of words) expect(chapters.get(branch)).toContain(one);
  });

  test.each(SAID)("%s: no other area has an error", (branch) => {
    const areas = (chapters.get(branch) ?? "").match(/^ {2}\w+ +(\d+ errors?\b|not checked)/gm);
    expect(areas).toHaveLength(1);
  });
});
