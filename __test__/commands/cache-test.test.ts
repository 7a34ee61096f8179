import { describe, expect, test } from "vitest";
import { fedseal, output } from "./fedseal.ts";

/** `fedseal cache test`: one value judged. The judge itself is tested in `crates/policy/tests`. */

const run = (...args: string[]) => fedseal(".", "cache", "test", ...args);
const json = (...args: string[]) => JSON.parse(run(...args, "--format", "json").stdout);

describe("fedseal cache test", () => {
  test.each([
    ["entry", "no-cache", 0],
    ["entry", "public, max-age=31536000, immutable", 1],
    ["hashed", "public, max-age=31536000, immutable", 0],
    ["hashed", "no-cache", 1],
    ["entry", "public max-age=0", 1],
    ["entry", "max-age=60, stale-while-revalidate=600", 1],
    ["unhashed", "no-cache", 0],
    ["tenant-manifest", "no-cache", 1],
    ["entry", "", 1],
    ["entry", undefined, 1],
  ])("%s: %j", (role, value, status) => {
    const ran = run("--role", role, ...(value === undefined ? [] : [value]));
    expect(ran.stdout).toMatchSnapshot();
    expect([ran.status, ran.stderr]).toEqual([status, ""]);
  });

  test("the answer as JSON", () => {
    expect(json("--role", "hashed", "public, max-age=31536000, immutable")).toMatchInlineSnapshot(`
      {
        "browser": {
          "dated": false,
          "heuristic": false,
          "immutable": true,
          "seconds": 31536000,
          "staleIfError": 0,
          "staleWhileRevalidate": 0,
          "stored": true,
        },
        "findings": [],
        "recommended": "public, max-age=31536000, immutable",
        "reusableForSeconds": 31536000,
        "role": "hashed",
        "shared": {
          "dated": false,
          "heuristic": false,
          "immutable": true,
          "seconds": 31536000,
          "staleIfError": 0,
          "staleWhileRevalidate": 0,
          "stored": true,
        },
      }
    `);
    expect(json("--role", "entry", "max-age=60, max-age=0").findings).toMatchInlineSnapshot(`
      [
        {
          "help": "Send each directive once. Look for a second place that sets the header: a proxy, a CDN, \`add_header\` beside \`expires\`.",
          "location": null,
          "message": "\`max-age\` appears with different values: \`60\`, \`0\`",
          "rule": "cache/duplicate-directive",
          "severity": "error",
        },
      ]
    `);
  });

  test("other headers count", () => {
    const rules = (...args: string[]) => json(...args).findings.map((finding: { rule: string }) => finding.rule);
    expect(rules("--role", "entry", "no-cache")).toEqual([]);
    expect(rules("--role", "entry", "no-cache", "--all-headers")).toEqual(["cache/no-validator"]);
    expect(rules("--role", "entry", "no-cache", "--all-headers", "--header", 'ETag: "a"')).toEqual([]);
    expect(rules("--role", "entry", "public", "--header", "Cache-Control: max-age=60")).toEqual([]);
    expect(rules("--role", "entry", "s-maxage=86400, max-age=0")).toEqual(["cache/entry-shared-without-purge"]);
    expect(rules("--role", "entry", "s-maxage=86400, max-age=0", "--purged")).toEqual([]);
    expect(rules("--role", "entry", "max-age=3600", "--entry-max-age", "3600")).toEqual([]);
    const guess = [
      "--header",
      "Date: Thu, 01 Jan 2026 00:00:00 GMT",
      "--header",
      "Last-Modified: Wed, 31 Dec 2025 00:00:00 GMT",
    ];
    expect(json("--role", "entry", "public", ...guess)).toMatchObject({
      reusableForSeconds: 8640,
      browser: { heuristic: true },
    });
  });

  test("an end without a date to count from", () => {
    const end = ["--header", "Expires: Thu, 01 Jan 2099 00:00:00 GMT"];
    const ran = run("--role", "entry", ...end, "--header", 'ETag: "a"', "--all-headers");
    expect([ran.status, ran.stdout.includes("until the date in `Expires`")]).toEqual([1, true]);
    expect(json("--role", "entry", ...end)).toMatchObject({ browser: { dated: true }, shared: { dated: true } });
    expect(json("--role", "entry", ...end, "--header", "Date: Thu, 01 Jan 2099 00:00:00 GMT").findings).toEqual([]);
  });

  test("an error that caches keep", () => {
    const year = "public, max-age=31536000, immutable";
    for (const role of ["entry", "hashed"]) {
      const { findings, recommended } = json("--role", role, "--status", "404", year);
      expect(findings.map((one: { rule: string }) => one.rule)).toEqual(["cache/missing-file-kept"]);
      expect(recommended).toBe("no-cache");
      expect(run("--role", role, "--status", "404", "no-cache").status).toBe(0);
    }
  });

  test("seconds that are too many are a note", () => {
    const { findings } = json("--role", "hashed", "public, max-age=4294967296, immutable");
    expect(findings).toMatchObject([{ rule: "cache/invalid-argument", severity: "note" }]);
    expect(run("--role", "hashed", "public, max-age=4294967296, immutable").status).toBe(0);
  });

  test("a field that is not read was not checked", () => {
    const ran = run("--role", "entry", "no-cache", "--header", "Surrogate-Control: max-age=3600");
    expect([ran.status, ran.stdout.includes("cache/unread-field")]).toEqual([2, true]);
  });

  test("control characters of a value do not reach the terminal", () => {
    const { stdout } = run("--role", "entry", "no-cache\u001b[31m");
    expect(stdout).not.toContain("\u001b");
    expect(stdout).toContain("U+001B");
  });

  test.each([
    [["no-cache"], "--role"],
    [["--role", "page", "no-cache"], "Allowed choices are entry, hashed, unhashed, tenant-manifest"],
    [["--role", "entry", "no-cache", "public"], "too many arguments"],
    [["--role", "entry", "no-cache", "--header", "ETag"], "Write it as name: value."],
    [["--role", "entry", "no-cache", "--status", "20"], "It must be a number from 100 to 599."],
    [["--role", "entry", "no-cache", "--entry-max-age", "5m"], "It must be a whole number of seconds."],
  ])("a wrong call: %j", (args, says) => {
    const { dir } = output();
    const ran = fedseal(dir, "cache", "test", ...args);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain(says);
  });
});
