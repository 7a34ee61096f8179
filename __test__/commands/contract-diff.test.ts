import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project } from "../contract/projects.ts";
import { fedseal } from "./fedseal.ts";

/** `fedseal contract diff`: what it prints where there is much to say, and where there is no verdict. */

const diff = (root: string, ...more: string[]) => fedseal(root, "contract", "diff", "old.d.ts", "new.d.ts", ...more);

describe("many findings", () => {
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `${line(index)}\n`).join("");
  const options = (members: number) =>
    `export interface Options {\n  kept: 1;\n${lines(members, (index) => `  m${index}?: string;`)}}
export declare function use(options: Options): void;\n`;
  const files = () => ({
    "old.d.ts": options(3) + lines(22, (index) => `export declare const c${index}: 1;`),
    "new.d.ts": `${options(0)}export declare class Fresh {}\n`,
  });

  test.each(["text", "markdown"])("are summed up by export, the heaviest first: %s", (format) => {
    expect(diff(project(files()), "--format", format).stdout).toMatchSnapshot();
  });

  test("are all there with --verbose and in json", () => {
    const root = project(files());
    const { findings } = JSON.parse(diff(root, "--format", "json").stdout);
    expect(findings.length).toBeGreaterThan(20);
    const headings = (text: string) => text.match(/^(major|minor|patch)\[/gm)?.length;
    expect(headings(diff(root).stdout)).toBe(20);
    const { stdout } = diff(root, "--verbose");
    expect(headings(stdout)).toBe(findings.length);
    expect(stdout).not.toContain("--verbose");
  });
});

test("github: a line says what it comes to, also where there is nothing to annotate", () => {
  const same = "export declare const it: 1;\n";
  const root = project({ "old.d.ts": same, "new.d.ts": same });
  expect(diff(root, "--format", "github")).toMatchObject({ stdout: "fedseal: no changes\n", stderr: "" });
  const more = project({ "old.d.ts": same, "new.d.ts": `${same}export declare const more: 1;\n` });
  const lines = diff(more, "--format", "github").stdout.trim().split("\n");
  expect(lines[0]).toMatch(/^::notice .*%0ARelease a minor version\.$/);
  expect(lines[1]).toBe("fedseal: 1 compatible change: release a minor version");
});

test("what is compatible asks for no version of its own beside what breaks", () => {
  const root = project({
    "old.d.ts": "export declare const gone: 1;\n",
    "new.d.ts": "export declare const fresh: 2;\n",
  });
  expect(diff(root).stdout).toContain("needs: no version of its own: that of the breaking changes covers it");
  expect(diff(root).stdout).not.toContain("a minor version");
  expect(diff(root, "--format", "github").stdout).not.toContain("Release a minor version");
});

describe("without a verdict there is no bump", () => {
  test("a package that is missing", () => {
    const lost = 'import type { Lost } from "lost";\nexport declare const it: Lost;\n';
    const root = project({ "old.d.ts": lost, "new.d.ts": `${lost}export declare const more: 1;\n` });
    const { stdout, status } = diff(root, "--format", "json");
    expect(status).toBe(2);
    const { bump, reason, findings, undecided, exitCode } = JSON.parse(stdout);
    expect({ bump, reason, exitCode }).toEqual({
      bump: null,
      reason: "`lost` cannot be resolved, so its types are unknown",
      exitCode: 2,
    });
    expect(Array.isArray(findings)).toBe(true);
    expect(undecided[0]).toMatchObject({
      rule: "contract/unresolved-import",
      at: { file: "old.d.ts", line: 1, column: 27, text: '"lost"' },
    });
    expect(diff(root).stdout).toContain("fedseal: no verdict: not everything could be compared\n");
  });

  test("a side that does not exist", () => {
    const { stdout, status } = diff(project({ "old.d.ts": "export {};\n" }), "--format", "json");
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      bump: null,
      reason: "new.d.ts does not exist",
      findings: [],
      exitCode: 2,
    });
  });

  test("with a verdict there is a bump, and no reason", () => {
    const root = project({ "old.d.ts": "export declare const a: 1;\n", "new.d.ts": "export declare const a: 2;\n" });
    const json = JSON.parse(diff(root, "--format", "json").stdout);
    expect(json).toMatchObject({ bump: "major", exitCode: 1 });
    expect(json).not.toHaveProperty("reason");
  });
});

test.each([
  ["the same", "export declare const a: 1;\n", "fedseal: no changes\n"],
  [
    "a comment",
    "/** New. */\nexport declare const a: 1;\n",
    "fedseal: types unchanged, text changed: release a patch version\n",
  ],
])("%s", (_, now, said) => {
  const root = project({ "old.d.ts": "export declare const a: 1;\n", "new.d.ts": now });
  expect(diff(root)).toMatchObject({ stdout: said, status: 0 });
});

const checkouts = { base: "", head: "" };

test("two checkouts of a remote: both versions' sources are on the disk", () => {
  for (const [name, type] of [
    ["base", "string"],
    ["head", "number"],
  ]) {
    const checkout = project({ "src/a.ts": `export declare const a: ${type};\n` });
    const args = ["--remote", "shop", "--expose", "./a=src/a.ts", "--out", "dist/mf-contract.json"];
    expect(fedseal(checkout, "contract", "extract", ...args).status).toBe(0);
    checkouts[name as "base" | "head"] = checkout;
  }
  const { stdout } = fedseal(checkouts.head, "contract", "diff", `${checkouts.base}/dist`, "dist", "--format", "json");
  const [finding] = JSON.parse(stdout).findings;
  expect(finding.new).toMatchObject({ file: "src/a.ts", line: 1, column: 22 });
  expect(finding.old.file).toMatch(/^\.\.\/.*\/src\/a\.ts$/);
  expect(finding.old).toMatchObject({ line: 1, column: 22 });
  // One folder cannot hold both versions: the sources there are the new one's.
  copyFileSync(join(checkouts.base, "dist/mf-contract.json"), join(checkouts.head, "before.json"));
  const beside = fedseal(checkouts.head, "contract", "diff", "before.json", "dist", "--format", "json");
  expect(JSON.parse(beside.stdout).findings[0]).toMatchObject({ old: { file: null }, new: { file: "src/a.ts" } });
});
