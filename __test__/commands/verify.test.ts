import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fedseal, MANIFEST, output, timeless } from "./fedseal.ts";

/** A sealed folder with every kind of damage that a later step may do. */
function damaged() {
  const made = output();
  fedseal(made.dir, "seal", "dist");
  appendFileSync(join(made.dist, "remoteEntry.js"), "!");
  rmSync(join(made.dist, "static/js/lazy.js"));
  writeFileSync(join(made.dist, "new.js"), "new");
  return made;
}

describe("fedseal verify", () => {
  test("a folder as it was sealed", () => {
    const { dir } = output();
    fedseal(dir, "seal", "dist");
    expect(timeless(fedseal(dir, "verify", "dist"))).toEqual({
      status: 0,
      stderr: "",
      stdout: "fedseal: verified 3 files (15 B) in N ms: all as sealed in dist/mf-manifest.json\n",
    });
  });

  test.each(["text", "json", "github", "sarif"])("drift, missing and unlisted as %s", (format) => {
    const { dir } = damaged();
    const ran = fedseal(dir, "verify", "dist", "--format", format);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toBe("");
    expect(ran.stdout).toMatchSnapshot();
    if (format === "json" || format === "sarif") JSON.parse(ran.stdout);
  });

  test("JSON of a clean folder says what was checked", () => {
    const { dir } = output();
    fedseal(dir, "seal", "dist");
    const ran = fedseal(dir, "verify", "dist", "--format", "json");
    expect(JSON.parse(ran.stdout)).toEqual({ findings: [], checked: ["integrity"], unchecked: [] });
  });

  test("JSON of a folder that could not be checked says why", () => {
    const { dir } = output({ "mf-manifest.json": "{" });
    const ran = fedseal(dir, "verify", "dist", "--format", "json");
    expect(ran.status).toBe(2);
    expect(JSON.parse(ran.stdout)).toMatchObject({ checked: [], unchecked: [{ area: "integrity" }] });
  });

  test("a compressed copy that holds something else", () => {
    const { dir, dist } = output();
    fedseal(dir, "seal", "dist");
    for (const copy of [gzipSync("other"), gzipSync("entry and more"), Buffer.from("not gzip")]) {
      writeFileSync(join(dist, "remoteEntry.js.gz"), copy);
      const ran = fedseal(dir, "verify", "dist");
      expect(ran.status).toBe(1);
      expect(ran.stdout).toContain(
        "error[integrity/stale-sibling]: remoteEntry.js.gz does not hold what remoteEntry.js holds",
      );
    }
    writeFileSync(join(dist, "remoteEntry.js.gz"), gzipSync("entry"));
    expect(fedseal(dir, "verify", "dist").status).toBe(0);
  });

  test("names from a manifest cannot write to the terminal or the log", () => {
    const exposes = [
      {
        ...MANIFEST.exposes[0],
        assets: { js: { sync: ["\u001b[2J\n::error::x.js"], async: [] }, css: { sync: [], async: [] } },
      },
    ];
    const { dir } = output({ "mf-manifest.json": JSON.stringify({ ...MANIFEST, exposes }) });
    for (const format of ["text", "github"]) {
      const { stdout } = fedseal(dir, "verify", "dist", "--format", format);
      expect(stdout).not.toContain("\u001b");
      expect(stdout.split("\n").filter((line) => line.startsWith("::error::"))).toEqual([]);
    }
  });
});

describe("the command itself", () => {
  test.each([
    [["bogus"], 2],
    [["verify"], 2],
    [["verify", "dist", "--format", "xml"], 2],
    [["seal", "dist", "--algorithm", "md5"], 2],
    [["explain", "integrity/drif"], 2],
    [["--version"], 0],
    [["--help"], 0],
    [["explain", "integrity/drift"], 0],
  ])("fedseal %j", (args, status) => {
    const { dir } = output();
    const ran = fedseal(dir, ...(args as string[]));
    expect(ran.status).toBe(status);
    expect({ stdout: ran.stdout, stderr: ran.stderr }).toMatchSnapshot();
  });

  test("explain without a rule lists them all", () => {
    const { dir } = output();
    const { stdout } = fedseal(dir, "explain");
    expect(stdout).toContain("integrity/drift");
    expect(stdout.trim().split("\n").length).toBeGreaterThan(25);
  });
});
