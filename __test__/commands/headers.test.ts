import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { judgeResponse } from "@fedseal/binding";
import { describe, expect, test } from "vitest";
import { release } from "../cache/release.ts";
import { fedseal, output } from "./fedseal.ts";

/** `fedseal headers`: its texts and its refusals. That they work is tested with the servers, in `__test__/cache`. */

describe("fedseal headers", () => {
  test.each(["nginx", "netlify", "vercel", "caddy", "cloudfront"])("the text for %s", async (server) => {
    const { dir } = await release();
    const ran = fedseal(dir, "headers", "--for", server, "dist");
    expect([ran.status, ran.stderr]).toEqual([0, ""]);
    expect(ran.stdout).toMatchSnapshot();
    expect(ran.stdout).not.toContain(dir);
  });

  test("the same, however the folder is named", async () => {
    const { dir, dist } = await release();
    const run = (cwd: string, name: string) => fedseal(cwd, "headers", "--for", "nginx", name).stdout;
    const expected = run(dir, "dist");
    expect([run(dist, "."), run(dir, "dist/"), run(dir, dist)]).toEqual([expected, expected, expected]);
  });

  test("what the configuration says, and another configuration", async () => {
    const { dir } = await release({ files: { "shell.js": "1" } });
    const shells = ["https://a.example"];
    writeFileSync(join(dir, "fedseal.config.json"), JSON.stringify({ cache: { shells, entries: ["other.js"] } }));
    writeFileSync(join(dir, "tenants.json"), JSON.stringify({ cache: { tenantManifest: true } }));
    const run = (...args: string[]) => fedseal(dir, "headers", "--for", "netlify", ...args, "dist").stdout;
    expect(run()).toContain("Access-Control-Allow-Origin: https://a.example");
    expect(run("--origin", "https://b.example")).not.toContain("https://a.example");
    expect(run("--config", "tenants.json")).toContain("Cache-Control: private, no-cache");
    writeFileSync(join(dir, "fedseal.config.json"), "{");
    const { status, stdout, stderr } = fedseal(dir, "headers", "--for", "netlify", "dist");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("config/unreadable");
  });

  test("an entry that is no file of the folder is refused, and one of the configuration is told", async () => {
    const { dir } = await release({ files: { "other.js": "1" } });
    const run = (...args: string[]) => fedseal(dir, "headers", "--for", "nginx", ...args, "dist");
    expect(run("--entry", "other.js").status).toBe(0);
    const missing = run("--entry", "othre.js");
    expect([missing.status, missing.stdout]).toEqual([2, ""]);
    expect(missing.stderr).toContain('--entry has "othre.js", and there is no such file in dist\n');
    expect(run("--entry", "*.js").stderr).toContain("an entry is the name of a file, and no pattern");
    writeFileSync(join(dir, "fedseal.config.json"), JSON.stringify({ cache: { entries: ["elsewhere.js"] } }));
    const told = run();
    expect([told.status, told.stdout]).toEqual([0, expect.stringContaining("no-cache")]);
    expect(told.stderr).toContain('`cache.entries` has "elsewhere.js"');
  });

  test("the same twice", async () => {
    const { dir } = await release();
    const run = () => fedseal(dir, "headers", "--for", "nginx", "dist").stdout;
    expect(run()).toBe(run());
  });

  test("a CloudFront Function sends what each role needs", async () => {
    const { dir, names } = await release();
    const origins = ["--origin", "https://a.example", "--origin", "https://b.example"];
    const { stdout } = fedseal(dir, "headers", "--for", "cloudfront", ...origins, "dist");
    const context: { handler?: (event: unknown) => { headers: Record<string, { value: string }> } } = {};
    runInNewContext(`${stdout}\nthis.handler = handler;`, context);
    const ask = (uri: string, origin?: string) => {
      const headers = origin === undefined ? {} : { origin: { value: origin } };
      const answer = context.handler?.({
        request: { uri, headers },
        response: { headers: { etag: { value: '"a"' } } },
      });
      return Object.entries(answer?.headers ?? {}).map(([name, { value }]) => ({ name, value }));
    };
    const rules = (uri: string, role: "entry" | "hashed", origin?: string) =>
      judgeResponse(200, ask(uri, origin), { role }).diagnostics.map((one) => one.rule);
    expect(rules("/mf-manifest.json", "entry", "https://a.example")).toEqual([]);
    expect(rules("/remoteEntry.js", "entry")).toEqual([]);
    expect(rules("/", "entry")).toEqual([]);
    expect(rules(`/${names.button}`, "hashed", "https://b.example")).toEqual([]);
    expect(rules("/of-another-release.js", "entry")).toEqual([]);
    const allowed = (origin: string) =>
      ask("/", origin).find((one) => one.name === "access-control-allow-origin")?.value;
    expect([allowed("https://b.example"), allowed("https://c.example")]).toEqual(["https://b.example", undefined]);
  });

  test("a CloudFront Function for a manifest that depends on who asks", async () => {
    const { dir } = await release();
    const { stdout } = fedseal(dir, "headers", "--for", "cloudfront", "--tenant-manifest", "dist");
    const context: { handler?: (event: unknown) => { headers: Record<string, { value: string }> } } = {};
    runInNewContext(`${stdout}\nthis.handler = handler;`, context);
    const vary = (uri: string, before?: string) =>
      context.handler?.({
        request: { uri, headers: {} },
        response: { headers: before === undefined ? {} : { vary: { value: before } } },
      }).headers.vary?.value;
    expect(vary("/mf-manifest.json")).toBe("Authorization");
    expect(vary("/mf-manifest.json", "Accept-Encoding")).toBe("Accept-Encoding, Authorization");
    expect(vary("/remoteEntry.js")).toBeUndefined();
  });

  test("a function that is larger than CloudFront takes is refused", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`static/js/some-chunk-${index}.js`, `${index}`]),
    );
    const ran = fedseal((await release({ files })).dir, "headers", "--for", "cloudfront", "dist");
    expect([ran.status, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr).toMatch(/the function has \d+ bytes, and CloudFront takes 10240/);
  });

  test("names that a platform takes for patterns are refused", async () => {
    const { dir } = await release({ files: { "static/js/a*b.js": "1" } });
    const ran = fedseal(dir, "headers", "--for", "netlify", "dist");
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain("static/js/a*b.js has a `*`");
    expect(fedseal(dir, "headers", "--for", "vercel", "dist").stdout).toContain('"source": "/static/js/a\\\\*b.js"');
  });

  test.each<[string, string[], string]>([
    ["no server", ["dist"], "--for"],
    ["another server", ["--for", "apache", "dist"], "Allowed choices are nginx, netlify, vercel, caddy, cloudfront"],
    ["no folder", ["--for", "nginx", "none"], "none: the folder cannot be read (ENOENT)"],
    ["an origin with a path", ["--for", "nginx", "--origin", "https://a.example/", "dist"], "Write it as an origin"],
    [
      "a base without slashes",
      ["--for", "nginx", "--base", "shop", "dist"],
      "Write it as a path with `/` at both ends",
    ],
    [
      "two origins where everybody gets the same",
      ["--for", "netlify", "--origin", "https://a.example", "--origin", "https://b.example", "dist"],
      "`_headers` sends the same to everybody",
    ],
  ])("%s", async (_, args, says) => {
    const { dir } = await release();
    const ran = fedseal(dir, "headers", ...args);
    expect([ran.status, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr).toContain(says);
  });

  test("a manifest that is not sealed", () => {
    const { dir, dist } = output();
    const ran = fedseal(dir, "headers", "--for", "nginx", "dist");
    expect([ran.status, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr).toBe("fedseal: dist: it is not sealed: it has no `integrity`\n");
    expect(readFileSync(join(dist, "remoteEntry.js"), "utf8")).toBe("entry");
  });
});
