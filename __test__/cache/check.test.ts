import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fedsealAsync } from "../commands/fedseal.ts";
import { type Release, release } from "./release.ts";
import { IMMUTABLE, serve } from "./server.ts";

/** `fedseal check` with the areas `cache` and `serve`: from the configuration to the exit code. */

const EXCLUDE = ["static/js/Button.js", "static/js/lazy.js"];

/** Runs the command without blocking: the server is in this process. */
function check(
  { dir }: Release,
  cache: object,
  args: readonly string[] = ["--format", "json"],
  more: object = {},
): Promise<{ status: number | null; stdout: string }> {
  writeFileSync(join(dir, "fedseal.config.json"), JSON.stringify({ exclude: EXCLUDE, cache, ...more }));
  return fedsealAsync(dir, "check", ...args);
}

describe("fedseal check", () => {
  test("0: a server that is right", async () => {
    const made = await release();
    const { status, stdout } = await check(made, { origin: await serve(made.dist) });
    const { checked, findings, unchecked } = JSON.parse(stdout);
    expect({ status, checked, findings, unchecked }).toEqual({
      status: 0,
      checked: ["integrity", "cache", "serve", "federation"],
      findings: [],
      unchecked: [],
    });
  });

  test("1: an immutable remote entry, at its URL", async () => {
    const made = await release();
    const origin = await serve(made.dist, (path, draft) => {
      if (path === "/remoteEntry.js") draft.headers["cache-control"] = IMMUTABLE;
    });
    const { status, stdout } = await check(made, { origin });
    const { findings } = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: "cache/entry-immutable",
      severity: "error",
      location: { file: `${origin}remoteEntry.js` },
      help: "Send `Cache-Control: no-cache`.",
    });
  });

  test("an exception for one file does not cover others with the same fault", async () => {
    const made = await release();
    const origin = await serve(made.dist, (path, draft) => {
      if (path.startsWith("/static/") && draft.status === 200) draft.headers["cache-control"] = "no-cache";
    });
    const exception = {
      rule: "cache/hashed-revalidated",
      expression: made.names.lazy,
      owner: "shop",
      reason: "a test",
    };
    const { status, stdout } = await check(made, { origin }, undefined, { exceptions: [exception] });
    const files = JSON.parse(stdout).findings.map((one: { location: { file: string } }) => one.location.file);
    const others = [made.names.button, made.names.style].map((name) => origin + name);
    expect([status, files.sort()]).toEqual([1, others.sort()]);
  });

  test("--base is the previous release, a folder or a URL", async () => {
    const old = await release({ version: "1" });
    const now = await release({ version: "2" });
    const origin = await serve(now.dist);
    for (const base of [old.dist, `${await serve(old.dist)}mf-manifest.json`]) {
      const { status, stdout } = await check(now, { origin }, ["--format", "json", "--base", base]);
      const rules = JSON.parse(stdout).findings.map((one: { rule: string }) => one.rule);
      expect([status, rules]).toEqual([1, ["serve/previous-release-gone"]]);
    }
  });

  test("2: a server that does not answer", async () => {
    const made = await release();
    const origin = await serve(made.dist, (_, __, ___, response) => {
      response.destroy();
      return false;
    });
    const { status, stdout } = await check(made, { origin });
    expect(status).toBe(2);
    expect(JSON.parse(stdout).findings[0]).toMatchObject({ rule: "serve/unreachable" });
  });

  test("2: a setting that does not exist", async () => {
    const { status, stdout } = await check(await release(), { orign: "http://localhost/" }, []);
    expect(status).toBe(2);
    expect(stdout).toContain("origin");
  });

  test("a folder alone: the areas do not apply", async () => {
    const { status, stdout } = await check(await release(), {});
    expect([status, JSON.parse(stdout).checked]).toEqual([0, ["integrity", "federation"]]);
  });

  test("an URL as the target", async () => {
    const made = await release();
    const { status, stdout } = await check(made, {}, ["--format", "json", `${await serve(made.dist)}mf-manifest.json`]);
    expect([status, JSON.parse(stdout).checked]).toEqual([0, ["integrity", "cache", "serve", "federation"]]);
  });
});
