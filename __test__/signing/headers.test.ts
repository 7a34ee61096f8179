import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { runNginx } from "../../npm/fedseal/dist/gates/cache/nginx.js";
import { release } from "../cache/release.ts";
import { fedseal } from "../commands/fedseal.ts";
import { launch } from "../tamper/browser.ts";
import { ORIGIN, sealedFolder, sign, testKey } from "./produce.ts";

/** `fedseal headers` for a signed manifest: from the file that `sign` wrote, in the words of each server. */

const SERVERS = ["nginx", "netlify", "vercel", "caddy", "cloudfront"];

const headersIn = (file: string) => Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>);

test("as a list: the three headers are those of the manifest, and of no other file", () => {
  const made = sealedFolder();
  sign(made, 1);
  sign(made, 2, "--append");
  const ran = fedseal(made.dir, "headers", "--format", "json", "--base", "/shop/", "dist");
  expect(ran).toMatchObject({ status: 0, stderr: "" });
  const { files } = JSON.parse(ran.stdout) as { files: { path: string; headers: Record<string, string> }[] };
  for (const { path, headers } of files) {
    for (const [name, value] of headersIn(made.headers)) {
      expect(headers[name], `${name} of ${path}`).toBe(path === "/shop/mf-manifest.json" ? value : undefined);
    }
  }
  const sidecar = files.find((one) => one.path === "/shop/mf-manifest.json.sig");
  expect(sidecar?.headers).toMatchObject({ "Cache-Control": "no-cache", "Content-Type": "application/json" });
  expect(files.map((one) => one.path)).not.toContain("/shop/mf-manifest.json.sig.headers");
});

test.each(SERVERS)("for %s, with a signature and without one", (server) => {
  const made = sealedFolder();
  const write = () => fedseal(made.dir, "headers", "--for", server, "dist");
  const without = write().stdout;
  expect(without).not.toMatch(/signature/i);
  sign(made, 1);
  const signed = write();
  expect(signed).toMatchObject({ status: 0, stderr: "" });
  for (const [name, value] of headersIn(made.headers)) {
    const text = signed.stdout.replaceAll('\\"', '"');
    expect(text).toContain(server === "cloudfront" ? name.toLowerCase() : name);
    expect(text.split(value)).toHaveLength(2);
  }
});

test("a CloudFront Function adds them to the manifest's answer only", () => {
  const made = sealedFolder();
  sign(made, 1);
  const { stdout } = fedseal(made.dir, "headers", "--for", "cloudfront", "dist");
  const context: { handler?: (event: unknown) => { headers: Record<string, { value: string }> } } = {};
  runInNewContext(`${stdout}\nthis.handler = handler;`, context);
  const ask = (uri: string) => context.handler?.({ request: { uri, headers: {} }, response: { headers: {} } }).headers;
  for (const [name, value] of headersIn(made.headers)) {
    expect(ask("/mf-manifest.json")?.[name.toLowerCase()]).toEqual({ value });
    expect(ask("/remoteEntry.js")?.[name.toLowerCase()]).toBeUndefined();
  }
});

test("headers of another manifest are refused, not written", () => {
  const made = sealedFolder();
  sign(made, 1);
  const good = readFileSync(made.headers, "utf8");
  fedseal(made.dir, "seal", "dist", "--algorithm", "sha512");
  for (const text of [good, good.replace("created=1", "created=2"), "{}"]) {
    writeFileSync(made.headers, text);
    const ran = fedseal(made.dir, "headers", "--for", "nginx", "dist");
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain("mf-manifest.json.sig.headers cannot be used");
    expect(ran.stdout).toBe("");
  }
});

test.each([
  [["dist"], "--for is missing: one of nginx, netlify, vercel, caddy, cloudfront; or --format json"],
  [["--for", "nginx", "--format", "json", "dist"], "give --for or --format json, not both"],
  [
    ["--format", "json", "--origin", "https://a.example", "--origin", "https://b.example", "dist"],
    "with several --origin",
  ],
])("a wrong call: %j", (args, words) => {
  const made = sealedFolder();
  const ran = fedseal(made.dir, "headers", ...args);
  expect(ran.status).toBe(2);
  expect(ran.stderr).toContain(words);
});

describe.skipIf(process.env.FEDSEAL_NGINX === "none")("nginx with what is written", () => {
  test("sends the headers, and Chromium holds the manifest to them", async () => {
    const made = await release();
    const key = testKey(1);
    process.env.FEDSEAL_TEST_KEY = key.privateJwk;
    const more = ["--exclude", "static/js/Button.js", "--exclude", "static/js/lazy.js"];
    const config = { exclude: more.filter((one) => one !== "--exclude") };
    writeFileSync(join(made.dir, "fedseal.config.json"), JSON.stringify(config));
    const signed = fedseal(made.dir, "sign", "dist", "--key", "env:FEDSEAL_TEST_KEY", "--origin", ORIGIN);
    expect(signed.stdout + signed.stderr).toContain("signed");
    writeFileSync(join(made.dir, "site.conf"), fedseal(made.dir, "headers", "--for", "nginx", "dist").stdout);
    const nginx = await runNginx({ file: join(made.dir, "site.conf"), folder: made.dist });
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.goto(`${nginx.url}mf-manifest.json`);
      const load = (file: string, raw: string | undefined) =>
        page.evaluate(
          ([file, integrity]) =>
            fetch(file ?? "", integrity ? { integrity } : {}).then(
              (one) => one.ok,
              () => false,
            ),
          [`/${file}`, `ed25519-${raw}`],
        );
      expect(await load("mf-manifest.json", key.raw)).toBe(true);
      expect(await load("mf-manifest.json", testKey(2).raw)).toBe(false);
      expect(await load("remoteEntry.js", key.raw)).toBe(false);
      const manifest = join(made.dist, "mf-manifest.json");
      writeFileSync(manifest, `${readFileSync(manifest, "utf8")}\n`);
      expect(await load("mf-manifest.json", key.raw)).toBe(false);
      const answer = await fetch(`${nginx.url}none/mf-manifest.json`);
      expect([answer.status, answer.headers.get("signature")]).toEqual([404, null]);
    } finally {
      await browser.close();
      await nginx.stop();
    }
  });
});
