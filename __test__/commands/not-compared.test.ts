import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fedseal, fedsealAsync, output } from "./fedseal.ts";
import { serveFolder } from "./serve.ts";

/** One thing that is wrong never keeps the rest from being compared, and what was not compared is never green. */

type Manifest = { integrity: Record<string, string>; exposes: { assets: { js: { sync: unknown[] } } }[] };

function sealed() {
  const made = output();
  expect(fedseal(made.dir, "seal", "dist").status).toBe(0);
  return made;
}

function edit(dist: string, change: (manifest: Manifest) => void) {
  const path = join(dist, "mf-manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  change(manifest);
  writeFileSync(path, JSON.stringify(manifest));
}

/** A configuration that accepts these rules, by an exception or by a level. */
function accept(dir: string, how: "exception" | "level", ...rules: string[]) {
  const config =
    how === "exception"
      ? { exceptions: rules.map((rule) => ({ rule, owner: "team-shop", reason: "legacy name" })) }
      : { rules: Object.fromEntries(rules.map((rule) => [rule, "note"])) };
  writeFileSync(join(dir, "fedseal.config.json"), JSON.stringify(config));
}

const CALLS = [["check"], ["verify", "dist"]];

describe.each(["exception", "level"] as const)("a name that is accepted by %s", (how) => {
  test.each(["100%.js", "a#b.js", "a?b.css"])("of a file, %s: the other files are compared", (name) => {
    const { dir, dist } = sealed();
    writeFileSync(join(dist, name), "1");
    accept(dir, how, "asset/ambiguous-url");
    for (const call of CALLS) expect(fedseal(dir, ...call).status, call[0]).toBe(0);
    expect(fedseal(dir, "verify", "dist").stdout).toContain("verified 3 files");
    appendFileSync(join(dist, "remoteEntry.js"), "evil");
    for (const call of CALLS) {
      const { status, stdout } = fedseal(dir, ...call);
      expect([status, call[0]]).toEqual([1, call[0]]);
      expect(stdout).toContain("remoteEntry.js was sealed as");
    }
  });

  test.each([
    ["a key of the closure", (manifest: Manifest) => Object.assign(manifest.integrity, { "../../x.js": "sha384-x" })],
    ["an entry", ({ exposes }: Manifest) => exposes[0]?.assets.js.sync.push("static/a%.js")],
  ])("of %s: it was not compared, and the other files are", (_, change) => {
    const { dir, dist } = sealed();
    edit(dist, change);
    accept(dir, how, "asset/ambiguous-url", "asset/unsafe-name");
    appendFileSync(join(dist, "remoteEntry.js"), "evil");
    for (const call of CALLS) {
      const { status, stdout } = fedseal(dir, ...call);
      expect([status, call[0]]).toEqual([2, call[0]]);
      expect(stdout).toContain("remoteEntry.js was sealed as");
      expect(stdout).toMatch(/error\[asset\/(ambiguous-url|unsafe-name)\]/);
    }
  });

  test("of a manifest on a server", async () => {
    const { dir, dist } = sealed();
    edit(dist, ({ integrity }) => Object.assign(integrity, { "../../x.js": "sha384-x" }));
    accept(dir, how, "asset/unsafe-name");
    appendFileSync(join(dist, "remoteEntry.js"), "evil");
    const { url } = await serveFolder(dist);
    for (const command of ["check", "verify"]) {
      const { status, stdout } = await fedsealAsync(dir, command, `${url}/mf-manifest.json`);
      expect([status, command]).toEqual([2, command]);
      expect(stdout).toContain("remoteEntry.js was sealed as");
      expect(stdout).toContain('the name "../../x.js" leaves the folder');
    }
  });

  test("in bytes that are no UTF-8: a folder, and the folder of the manifest", () => {
    const { dir, dist } = sealed();
    accept(dir, how, "asset/unsafe-name");
    const odd = Buffer.concat([Buffer.from(`${dist}/odd`), Buffer.from([0xff])]);
    mkdirSync(odd);
    appendFileSync(join(dist, "remoteEntry.js"), "evil");
    for (const call of CALLS) expect(fedseal(dir, ...call).stdout).toContain("remoteEntry.js was sealed as");

    const other = output({ "mf-manifest.json": "{}" });
    accept(other.dir, how, "asset/unsafe-name");
    const inner = Buffer.concat([Buffer.from(`${other.dir}/deep/odd`), Buffer.from([0xff])]);
    mkdirSync(inner, { recursive: true });
    writeFileSync(Buffer.concat([inner, Buffer.from("/mf-manifest.json")]), "{}");
    for (const call of [
      ["check", "deep"],
      ["verify", "deep"],
    ])
      expect(fedseal(other.dir, ...call).status).toBe(2);
  });

  test("beside a hash that cannot be read: the file was not compared, unless another hash says its bytes", () => {
    const { dir, dist } = sealed();
    accept(dir, how, "integrity/malformed-hash");
    const manifest = readFileSync(join(dist, "mf-manifest.json"));
    edit(dist, ({ integrity }) => Object.assign(integrity, { "static/js/lazy.js": "sha1-x" }));
    expect(fedseal(dir, "verify", "dist").status).toBe(0);
    writeFileSync(join(dist, "mf-manifest.json"), manifest);
    writeFileSync(join(dist, "deep.js"), "1");
    edit(dist, ({ integrity }) => Object.assign(integrity, { "deep.js": "sha1-x" }));
    for (const call of CALLS) expect(fedseal(dir, ...call).status, call[0]).toBe(2);
  });
});

test("a manifest on a server that names no file is not all as sealed", async () => {
  const { dir, dist } = output({
    "mf-manifest.json": JSON.stringify({
      id: "shop",
      name: "shop",
      metaData: { publicPath: "auto" },
      shared: [],
      exposes: [],
    }),
  });
  const { url } = await serveFolder(dist);
  const { status, stdout } = await fedsealAsync(dir, "verify", `${url}/mf-manifest.json`);
  expect(status).toBe(1);
  expect(stdout).toContain("error[integrity/closure-missing]");
});
