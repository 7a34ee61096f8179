import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { fedseal, fedsealAsync, MANIFEST } from "../commands/fedseal.ts";

/** `fedseal check` on the policies of real files, servers and commits. */

const folders: string[] = [];
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const CDN = "https://cdn.example.com/shop/";
const POLICY =
  "default-src 'none'; script-src 'self' https://cdn.example.com; connect-src 'self' https://cdn.example.com; style-src 'self'";

type Found = {
  rule: string;
  severity: string;
  message: string;
  help: string;
  location?: { file: string; line?: number };
};
interface Checked {
  status: number | null;
  findings: Found[];
  rules: string[];
  unchecked: { area: string; reason: string }[];
}

/** A project: a sealed output, a configuration, and files. */
function project(csp: object, files: Record<string, string> = {}, more: object = {}, meta: object = {}): string {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "fedseal-test-")));
  folders.push(dir);
  const manifest = { ...MANIFEST, metaData: { ...MANIFEST.metaData, publicPath: CDN, ...meta } };
  write(dir, {
    "dist/mf-manifest.json": JSON.stringify(manifest),
    "dist/remoteEntry.js": "entry",
    "dist/static/js/Button.js": "button",
    "dist/static/js/lazy.js": "lazy",
    "fedseal.config.json": JSON.stringify({
      targets: ["dist"],
      csp: { page: "https://app.example.com/", ...csp },
      ...more,
    }),
  });
  const sealed = fedseal(dir, "seal", "dist");
  if (sealed.status !== 0) throw new Error(sealed.stdout);
  write(dir, files);
  return dir;
}

function write(dir: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
}

/** Not in this process' way: servers of the test have to answer meanwhile. */
async function check(dir: string, ...args: string[]): Promise<Checked> {
  const { stdout, stderr, status } = await fedsealAsync(dir, "check", "--format", "json", ...args);
  if (stdout === "") throw new Error(stderr);
  const { findings, unchecked } = JSON.parse(stdout);
  const own = findings.filter(({ rule }: Found) => !rule.startsWith("integrity/"));
  return { status, findings: own, rules: own.map(({ rule }: Found) => rule), unchecked };
}

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("what remotes need", () => {
  test("a policy that has everything is clean", async () => {
    const dir = project({ policy: "policy.txt" }, { "policy.txt": POLICY });
    expect(await check(dir)).toMatchObject({ status: 0, findings: [], unchecked: [] });
  });

  // Scripts and styles of the CDN are allowed, and the fetch of the manifest is forgotten.
  test("the manifest is a fetch", async () => {
    const text =
      "script-src 'self' https://cdn.example.com; style-src 'self' https://cdn.example.com; connect-src 'self' https://api.example.com";
    const { status, findings } = await check(project({ policy: "policy.txt" }, { "policy.txt": text }));
    expect(status).toBe(1);
    const [found] = findings.filter(({ rule }) => rule === "csp/source-missing");
    expect(found?.message).toContain(`\`connect-src\` blocks ${CDN}mf-manifest.json`);
    expect(found?.help).toBe("Write `connect-src 'self' https://api.example.com https://cdn.example.com`.");
    expect(found?.location).toEqual({ file: "policy.txt", line: 1, column: 86 });
  });

  test("a directive that falls back gets one of its own", async () => {
    const { findings } = await check(
      project({ policy: "p.txt" }, { "p.txt": "default-src 'self'; script-src 'self' https://cdn.example.com" }),
    );
    expect(findings.map(({ help }) => help)).toEqual(["Write `connect-src 'self' https://cdn.example.com`."]);
  });

  test("'none' is replaced", async () => {
    const { findings } = await check(
      project(
        { policy: "p.txt" },
        { "p.txt": POLICY.replace("connect-src 'self' https://cdn.example.com", "connect-src 'none'") },
      ),
    );
    expect(findings.map(({ help }) => help)).toEqual(["Write `connect-src https://cdn.example.com`."]);
  });

  test("all policies have to allow it", async () => {
    const files = {
      _headers: `/*\n  Content-Security-Policy: ${POLICY}\n  Content-Security-Policy: script-src 'self'\n`,
    };
    const { rules, findings } = await check(project({ policy: "_headers" }, files));
    expect(rules).toEqual(["csp/source-missing"]);
    expect(findings[0]?.location).toMatchObject({ file: "_headers", line: 3 });
  });

  // Later rules replace earlier ones at Netlify, and are joined at Cloudflare Pages.
  test.each([
    ["netlify", "netlify.toml", []],
    ["cloudflare", "wrangler.toml", ["csp/source-missing"]],
    ["either", "other.toml", ["csp/source-missing"]],
  ])("two rules of `_headers` that match the page, read by %s", async (_, file, expected) => {
    const headers = `/*\n  Content-Security-Policy: script-src 'self'\n/\n  Content-Security-Policy: ${POLICY}\n`;
    const { rules, unchecked } = await check(project({ policy: "_headers" }, { _headers: headers, [file]: "" }));
    expect({ rules, unchecked }).toEqual({ rules: expected, unchecked: [] });
  });

  // Once the change is merged there is nothing to cover, and whoever signed for it has still signed.
  test("an exception for what a change let in is not unused later; those for other rules are", async () => {
    const signed = { rule: "csp/unexplained-source", expression: "https://stats.example.net", owner: "a", reason: "b" };
    const other = { ...signed, rule: "csp/source-missing" };
    const dir = project({ policy: "p.txt" }, { "p.txt": POLICY }, { exceptions: [signed, other] });
    const { findings } = await check(dir);
    expect(findings).toMatchObject([
      { rule: "config/exception-unused", message: expect.stringContaining("csp/source-missing") },
    ]);
    expect(findings).toHaveLength(1);
  });

  test("a remote that `csp.remotes` names as well has its URL from there", async () => {
    const remotes = [{ manifest: "dist/mf-manifest.json", url: "https://other.example.com/mf-manifest.json" }];
    const dir = project({ policy: "p.txt", remotes }, { "p.txt": POLICY }, {}, { publicPath: "auto" });
    const { findings, unchecked } = await check(dir);
    expect(unchecked).toEqual([]);
    expect(findings.find(({ rule }) => rule === "csp/source-missing")?.message).toContain("other.example.com");
  });

  test("one line has all sources that a directive lacks", async () => {
    const served = await serve((_request, response) => response.end(JSON.stringify(MANIFEST)));
    const text = POLICY.replace("connect-src 'self' https://cdn.example.com", "connect-src 'self'");
    const dir = project({ policy: "p.txt", remotes: [`${served}/mf-manifest.json`] }, { "p.txt": text });
    const { findings } = await check(dir);
    const fixes = findings.filter(({ message }) => message.startsWith("`connect-src` blocks")).map(({ help }) => help);
    expect(fixes).toEqual(Array(2).fill(`Write \`connect-src 'self' https://cdn.example.com ${served}\`.`));
  });

  test("a remote is where a host among the targets loads it from", async () => {
    const host = {
      ...MANIFEST,
      name: "shell",
      exposes: [],
      remotes: [
        { federationContainerName: "shop", alias: "shop", entry: "https://two.example.com/a/mf-manifest.json" },
      ],
      metaData: { ...MANIFEST.metaData, name: "shell", remoteEntry: { name: "", path: "", type: "global" } },
    };
    const files = { "p.txt": POLICY, "host/mf-manifest.json": JSON.stringify(host) };
    const dir = project({ policy: "p.txt" }, files, {}, { publicPath: "auto" });
    const { rules, findings } = await check(dir, "dist", "host");
    expect(rules).not.toContain("csp/url-unknown");
    const [first] = findings.filter(({ rule }) => rule === "csp/source-missing");
    expect(first?.message).toContain("https://two.example.com/a/mf-manifest.json");
  });

  test("a host of Vite has an entry and exposes nothing", async () => {
    const host = { ...MANIFEST, name: "shell", exposes: [], metaData: { ...MANIFEST.metaData, name: "shell" } };
    const dir = project({ policy: "p.txt" }, { "p.txt": POLICY, "host/mf-manifest.json": JSON.stringify(host) });
    const { findings, rules } = await check(dir, "dist", "host");
    expect(rules).not.toContain("csp/url-unknown");
    expect(findings.filter(({ message }) => message.includes("shell needs"))).toEqual([]);
  });

  test("one origin is not that of two folders", async () => {
    const other = JSON.stringify({ ...MANIFEST, name: "cart", metaData: { ...MANIFEST.metaData, name: "cart" } });
    const files = { "p.txt": POLICY, "other/mf-manifest.json": other };
    const dir = project({ policy: "p.txt", origin: CDN }, files, {}, { publicPath: "auto" });
    const { findings } = await check(dir, "dist", "other");
    expect(findings.filter(({ rule }) => rule === "csp/url-unknown").map(({ help }) => help)).toEqual([
      expect.stringContaining('Add `{"manifest":"dist/mf-manifest.json"'),
      expect.stringContaining('Add `{"manifest":"other/mf-manifest.json"'),
    ]);
  });

  test("the manifest of the host itself is not loaded, wherever it is served", async () => {
    const entry = { remoteEntry: { name: "", path: "", type: "global" } };
    const host = { ...MANIFEST, exposes: [], metaData: { ...MANIFEST.metaData, ...entry } };
    const files = {
      "p.txt": POLICY.replaceAll("https://cdn.example.com", ""),
      "host/mf-manifest.json": JSON.stringify(host),
    };
    const { findings } = await check(project({ policy: "p.txt", origin: "https://app.example.com/" }, files), "host");
    expect(findings.filter(({ rule }) => rule.startsWith("csp/"))).toEqual([]);
  });

  test("a policy in the output is compared with the file that it is a copy of", async () => {
    const headers = `/*\n  Content-Security-Policy: ${POLICY}\n`;
    const dir = project({}, { ".gitignore": "dist\n", "public/_headers": headers, "dist/_headers": headers });
    for (const args of [
      ["init", "-q"],
      ["add", "."],
      ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "a"],
    ])
      spawnSync("git", args, { cwd: dir });
    const more = headers.replace("style-src 'self'", "style-src 'self' https:");
    write(dir, { "public/_headers": more, "dist/_headers": more });
    const { findings } = await check(dir, "--base", "HEAD");
    const places = findings.filter(({ rule }) => rule.startsWith("csp/")).map(({ location }) => location?.file);
    expect(new Set(places)).toEqual(new Set(["public/_headers"]));
    expect(findings.map(({ rule }) => rule)).toContain("csp/unexplained-source");
    expect(findings.filter(({ rule }) => rule === "csp/unexplained-source")).toHaveLength(1);
  });

  test("a policy that only reports is a warning", async () => {
    const files = {
      "p.txt": `Content-Security-Policy: ${POLICY}\nContent-Security-Policy-Report-Only: script-src 'self'\n`,
    };
    const { status, findings } = await check(project({ policy: "p.txt" }, files));
    expect(status).toBe(0);
    expect(findings).toMatchObject([{ rule: "csp/source-missing", severity: "warning" }]);
  });

  test("what the page itself needs is asked, too", async () => {
    const needs = { "connect-src": ["https://api.example.com/v1"], "frame-src": ["https://pay.example.com/"] };
    const { findings } = await check(project({ policy: "p.txt", needs }, { "p.txt": POLICY }));
    expect(findings.map(({ message }) => message.split(",")[0])).toEqual([
      "`connect-src` blocks https://api.example.com/v1",
      "`default-src` blocks https://pay.example.com/",
    ]);
  });

  test("hashes of the seals are enough", async () => {
    const dir = project({ policy: "p.txt" });
    const generated = fedseal(dir, "csp", "generate", "--hashes");
    expect(generated.stdout).not.toContain("script-src 'self' https:");
    write(dir, { "p.txt": generated.stdout });
    expect(await check(dir)).toMatchObject({ status: 0, findings: [] });
  });

  test.each<[string, string, string[]]>([
    ["without scripts", "sandbox", ["csp/page-sandboxed"]],
    ["without the page's origin", "sandbox allow-scripts", ["csp/page-sandboxed"]],
    ["with both", "sandbox allow-scripts allow-same-origin", []],
  ])("a sandbox %s", async (_, sandbox, rules) => {
    const found = await check(project({ policy: "p.txt" }, { "p.txt": `${sandbox}; ${POLICY}` }));
    expect(found.rules).toEqual(rules);
    expect(found.status).toBe(sandbox === "sandbox" ? 1 : 0);
  });

  test("a policy beside another one only restricts", async () => {
    const both = { "p.txt": `${POLICY}, default-src *; script-src * 'unsafe-inline' 'unsafe-eval' https:` };
    expect(await check(project({ policy: "p.txt" }, both))).toMatchObject({ status: 0, rules: [] });
    const lines = { "p.txt": `Content-Security-Policy: ${POLICY}\nContent-Security-Policy: default-src *\n` };
    expect(await check(project({ policy: "p.txt" }, lines))).toMatchObject({ status: 0, rules: [] });
    // What only reports restricts nothing.
    const report = {
      "p.txt": `Content-Security-Policy-Report-Only: ${POLICY}\nContent-Security-Policy: default-src *\n`,
    };
    expect((await check(project({ policy: "p.txt" }, report))).rules).toContain("csp/dangerous-source");
  });

  test("'strict-dynamic' is said, and not approved in silence", async () => {
    const text = POLICY.replace(
      "script-src 'self' https://cdn.example.com",
      "script-src 'nonce-{{nonce}}' 'strict-dynamic'",
    );
    const { status, findings } = await check(project({ policy: "p.txt" }, { "p.txt": text }));
    expect(status).toBe(0);
    expect(findings).toMatchObject([{ rule: "csp/host-list-ignored", severity: "note" }]);
  });
});

describe("where policies are", () => {
  test("a live page: its headers and its elements", async () => {
    const origin = await serve((_request, response) => {
      response.setHeader("content-security-policy", [POLICY, "img-src 'self'"]);
      response.setHeader("content-type", "text/html");
      response.end(`<meta http-equiv="content-security-policy" content="script-src 'self'"><p>page</p>`);
    });
    const { findings } = await check(project({ policy: `${origin}/`, page: `${origin}/` }));
    expect(findings).toMatchObject([{ rule: "csp/source-missing", location: { file: `${origin}/` } }]);
    expect(findings[0]?.message).toContain("remoteEntry.js");
  });

  test("the page is where the address leads to", async () => {
    const behind = await serve((request, response) => {
      if (request.url?.endsWith(".json")) response.end(JSON.stringify({ ...MANIFEST, integrity: {} }));
      else response.setHeader("content-security-policy", "default-src 'self'").end();
    });
    const origin = await serve((_request, response) => response.writeHead(302, { location: `${behind}/` }).end());
    const files = {
      "fedseal.config.json": JSON.stringify({ targets: [`${behind}/mf-manifest.json`], csp: { policy: `${origin}/` } }),
    };
    // 'self' is the origin behind the redirect, which serves the remote, too.
    expect((await check(project({}, files))).rules.filter((rule) => rule.startsWith("csp/"))).toEqual([]);
  });

  test.each<[string, (response: ServerResponse) => void, RegExp]>([
    ["an error page", (response) => response.writeHead(500).end(), /answers 500/],
    ["a loop", (response) => response.writeHead(302, { location: "/" }).end(), /loop/],
    [
      "a header bomb",
      (response) => response.writeHead(200, { "content-security-policy": "x".repeat(40_000) }).end(),
      /headers/,
    ],
  ])("%s was not checked", async (_name, answer, why) => {
    const origin = await serve((_request, response) => answer(response));
    const { status, findings, unchecked } = await check(project({ policy: `${origin}/` }));
    expect(status).toBe(2);
    expect(findings).toMatchObject([{ rule: "csp/policy-unreadable" }]);
    expect(unchecked).toMatchObject([{ area: "csp", reason: expect.stringMatching(why) }]);
  });

  test("vercel.json, with the path of the page", async () => {
    const headers = (source: string, value: string) => ({
      source,
      headers: [{ key: "Content-Security-Policy", value }],
    });
    const text = JSON.stringify(
      { headers: [headers("/admin/(.*)", "script-src 'none'"), headers("/((?!admin).*)", POLICY)] },
      null,
      2,
    );
    expect((await check(project({}, { "vercel.json": text }))).rules).toEqual([]);
    const admin = project({ page: "https://app.example.com/admin/x" }, { "vercel.json": text });
    expect((await check(admin)).findings[0]).toMatchObject({
      rule: "csp/source-missing",
      location: { file: "vercel.json", line: 8 },
    });
    const depends = { headers: [{ ...headers("/(.*)", POLICY), has: [{ type: "host", value: "x" }] }] };
    expect((await check(project({}, { "vercel.json": JSON.stringify(depends) }))).status).toBe(2);
  });

  test.each<[string, string]>([
    ["a header without a value", "Content-Security-Policy:\n"],
    ["other headers", "HTTP/2 200\ncontent-type: text/html\n"],
    ["a comment and other headers", "# a page\n\nX-Frame-Options: DENY\n"],
  ])("a text file with %s has no policy", async (_, text) => {
    const { rules } = await check(project({ policy: "p.txt" }, { "p.txt": text }));
    expect(rules).toEqual(["csp/scripts-unrestricted"]);
  });

  test("a policy in lines whose values look like headers", async () => {
    const text = `# the policy\n${POLICY.replaceAll("; ", ";\n")};\nimg-src\n  data:\n  https:`;
    expect(await check(project({ policy: "p.txt" }, { "p.txt": text }))).toMatchObject({ status: 0, rules: [] });
  });

  test("a `vercel.json` that cannot be read is no policy where nobody asks about one", async () => {
    const config = (more: object) => ({ "fedseal.config.json": JSON.stringify({ targets: ["dist"], ...more }) });
    const said = async (vercel: string, more: object = {}) => {
      const { status, rules, unchecked } = await check(project({}, { "vercel.json": vercel, ...config(more) }));
      return { status, rules, named: unchecked.every(({ reason }) => reason.startsWith("vercel.json: ")) };
    };
    expect(await said("{")).toEqual({ status: 2, rules: [], named: true });
    expect(await said("{", { csp: {} })).toMatchObject({ status: 2, rules: ["csp/policy-unreadable"] });
    const policy = '{ "headers": [{ "key": "Content-Security-Policy" }';
    expect(await said(policy)).toMatchObject({ status: 2, rules: ["csp/policy-unreadable"] });
  });

  test("an element outside of the head is none", async () => {
    const html = `<!doctype html><title>x</title><body><meta http-equiv="Content-Security-Policy" content="script-src 'none'">`;
    expect((await check(project({ policy: "index.html" }, { "index.html": html }))).rules).toEqual([
      "csp/scripts-unrestricted",
    ]);
  });

  test("a file that is not there, and one of a megabyte", async () => {
    expect(await check(project({ policy: "missing.txt" }))).toMatchObject({
      status: 2,
      rules: ["csp/policy-unreadable"],
    });
    const large = project({ policy: "p.txt" }, { "p.txt": `script-src ${"https://a.example ".repeat(70_000)}` });
    expect(await check(large)).toMatchObject({ status: 2, rules: ["csp/policy-too-large"] });
    const fits = project({ policy: "p.txt" }, { "p.txt": `${POLICY}; img-src ${"https://a.example ".repeat(50_000)}` });
    expect(await check(fits)).toMatchObject({ status: 0, rules: [] });
  });

  test("the usual files are found, the built ones first", async () => {
    const html = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY.replace(" https://cdn.example.com;", ";")}">`;
    const built = html.replace("connect-src 'self'", "connect-src 'self' https://other.example");
    const { findings } = await check(project({}, { "index.html": html, "dist/index.html": built }));
    expect(new Set(findings.map(({ location }) => location?.file))).toEqual(new Set(["dist/index.html"]));
    expect((await check(project({}, { "index.html": html }))).findings[0]?.location?.file).toBe("index.html");
  });

  test("no policy anywhere", async () => {
    expect(await check(project({}))).toMatchObject({ status: 2, unchecked: [{ area: "csp" }] });
  });
});

describe("manifests that cannot be gone by", () => {
  test.each<[string, object]>([
    ["a public path by code", { publicPath: undefined, getPublicPath: "return '/'" }],
    ["a public path that is unknown", { publicPath: "auto" }],
  ])("%s", async (_name, meta) => {
    const dir = project({ policy: "p.txt" }, { "p.txt": POLICY }, {}, meta);
    expect(await check(dir)).toMatchObject({ status: 2, rules: expect.arrayContaining(["csp/url-unknown"]) });
  });

  test("a server that does not have it", async () => {
    const origin = await serve((_request, response) => response.writeHead(404).end());
    const dir = project({ policy: "p.txt", remotes: [`${origin}/mf-manifest.json`] }, { "p.txt": POLICY });
    const { status, unchecked } = await check(dir);
    expect(status).toBe(2);
    expect(unchecked[0]?.reason).toContain("answers 404");
  });
});

describe("the difference from a base", () => {
  const git = (dir: string, ...args: string[]) => {
    const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
    const ran = spawnSync("git", [...identity, ...args], { cwd: dir, encoding: "utf8" });
    if (ran.status !== 0) throw new Error(ran.stderr);
  };
  const committed = (before: string, after: string, more: object = {}): string => {
    const dir = project({ policy: "p.txt" }, { "p.txt": before }, more);
    git(dir, "init", "-q");
    git(dir, "add", "p.txt");
    git(dir, "commit", "-qm", "before");
    write(dir, { "p.txt": after });
    return dir;
  };

  test.each<[string, string, string, string[]]>([
    ["a need explains it", POLICY.replaceAll(" https://cdn.example.com", ""), POLICY, []],
    [
      "nothing explains it",
      POLICY,
      POLICY.replace("style-src 'self'", "style-src 'self' https://x.example"),
      ["csp/unexplained-source"],
    ],
    [
      "the danger list is explained by nobody",
      POLICY,
      POLICY.replace("https://cdn", "https: https://cdn"),
      ["csp/dangerous-source", "csp/unexplained-source"],
    ],
    // What opens more than a need is explained by none.
    ...["https://cdn.example.com:*", "https://cdn.example.com:8443", "*.example.com"].map(
      (source): [string, string, string, string[]] => [
        `more than a need: ${source}`,
        POLICY,
        POLICY.replace("script-src 'self'", `script-src 'self' ${source}`),
        ["csp/unexplained-source"],
      ],
    ),
    [
      "another scheme",
      POLICY,
      POLICY.replace("connect-src 'self'", "connect-src 'self' http://cdn.example.com"),
      ["csp/unexplained-source"],
    ],
    [
      "a wider path",
      POLICY.replaceAll("https://cdn.example.com", CDN),
      POLICY,
      ["csp/unexplained-source", "csp/unexplained-source"],
    ],
    [
      "a path that a need has",
      POLICY.replaceAll(" https://cdn.example.com", ""),
      POLICY.replaceAll("https://cdn.example.com", CDN),
      [],
    ],
    [
      "a port that is open already",
      POLICY,
      POLICY.replace("https://cdn.example.com", "https://cdn.example.com https://cdn.example.com:443"),
      [],
    ],
    ["a narrower one", POLICY.replaceAll("https://cdn", "https://*"), POLICY, []],
    ["the page's own origin", POLICY, POLICY.replaceAll("'self'", "https://app.example.com"), []],
    [
      "another port of the page",
      POLICY,
      POLICY.replace("'self'", "https://app.example.com:8443"),
      ["csp/unexplained-source"],
    ],
    ["a directive is gone", POLICY, POLICY.replace("default-src 'none'; ", ""), ["csp/unexplained-source"]],
    ["another nonce", POLICY.replace("'self'", "'self' 'nonce-aa'"), POLICY.replace("'self'", "'self' 'nonce-bb'"), []],
    [
      "only reports now",
      `Content-Security-Policy: ${POLICY}`,
      `Content-Security-Policy-Report-Only: ${POLICY}`,
      ["csp/scripts-unrestricted", "csp/enforcement-removed"],
    ],
    [
      "the order",
      "script-src a.example 'self'; img-src b.example",
      "img-src B.example; script-src 'self' a.example",
      ["csp/source-missing"],
    ],
  ])("%s", async (_name, before, after, rules) => {
    const found = await check(committed(before, after), "--base", "HEAD");
    expect(found.rules.filter((rule) => rule !== "csp/unused-source")).toEqual(rules);
    expect(found.unchecked).toEqual([]);
  });

  const HEADERS = `/*\n  Content-Security-Policy: ${POLICY}\n`;
  const META = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  const CONFIG = { "fedseal.config.json": JSON.stringify({ targets: ["dist"] }) };

  /** A project whose files are committed, and then changed; `undefined` deletes. */
  const changed = (csp: object, before: Record<string, string>, after: Record<string, string | undefined>): string => {
    const dir = project(csp, { ".gitignore": "dist\n", ...before });
    git(dir, "init", "-q");
    git(dir, "add", ".");
    git(dir, "commit", "-qm", "before");
    for (const [name, text] of Object.entries(after)) {
      if (text === undefined) rmSync(join(dir, name));
      else write(dir, { [name]: text });
    }
    return dir;
  };

  test.each<[string, object, Record<string, string>, Record<string, string | undefined>, string]>([
    [
      "other headers only",
      { policy: "pub/_headers" },
      { "pub/_headers": HEADERS },
      { "pub/_headers": "/*\n  X-A: b\n" },
      "pub/_headers",
    ],
    ["an empty value", { policy: "p.txt" }, { "p.txt": POLICY }, { "p.txt": "Content-Security-Policy:\n" }, "p.txt"],
    [
      "a rule of another path",
      { policy: "_headers" },
      { _headers: HEADERS },
      { _headers: HEADERS.replace("/*", "/admin/*") },
      "_headers",
    ],
    [
      "a page without its element",
      { policy: "i.html" },
      { "i.html": META },
      { "i.html": "<!doctype html><p>" },
      "i.html",
    ],
    ["a usual file without one", {}, { _headers: HEADERS }, { _headers: "/*\n  X-A: b\n" }, "_headers"],
    ["a usual file that is gone", {}, { _headers: HEADERS }, { _headers: undefined }, "_headers"],
    [
      "one of two usual files",
      {},
      { _headers: HEADERS, "index.html": META },
      { "index.html": "<!doctype html><p>" },
      "_headers",
    ],
    [
      "the source of a copy that is gone",
      {},
      { "public/_headers": HEADERS, "dist/_headers": HEADERS },
      { "public/_headers": undefined, "dist/_headers": undefined },
      "public/_headers",
    ],
    [
      "no setting, and no policy",
      { policy: "_headers" },
      { _headers: HEADERS },
      { _headers: undefined, ...CONFIG },
      "_headers",
    ],
  ])("a policy that was there: now %s", async (_name, csp, before, after, file) => {
    const { status, findings } = await check(changed(csp, before, after), "--base", "HEAD");
    const removed = findings.filter(({ rule }) => rule === "csp/enforcement-removed");
    expect(removed).toMatchObject([{ severity: "error", location: { file } }]);
    expect(status).not.toBe(0);
  });

  test("a base named in `csp.base` had a policy, and now there is none", async () => {
    const dir = project(
      { policy: "p.txt", base: "old.txt" },
      { "old.txt": POLICY, "p.txt": "X-Frame-Options: DENY\n" },
    );
    expect((await check(dir)).rules).toEqual(["csp/scripts-unrestricted", "csp/enforcement-removed"]);
  });

  test.each<[string, object, Record<string, string>, Record<string, string | undefined>]>([
    ["there was none", {}, { _headers: "/*\n  X-A: b\n" }, { _headers: "/*\n  X-A: c\n" }],
    ["it only reported", {}, { _headers: HEADERS.replace("Policy", "Policy-Report-Only") }, { _headers: undefined }],
    ["it was for another path", {}, { _headers: HEADERS.replace("/*", "/admin/*") }, { _headers: undefined }],
    ["it moved to another usual file", {}, { _headers: HEADERS }, { _headers: undefined, "index.html": META }],
    ["it stays in a file that no output has", {}, { "public/_headers": HEADERS, ...CONFIG }, {}],
    ["the output has a page made of another one", {}, { "index.html": META, "dist/index.html": `${META}<p>` }, {}],
    ["a `vercel.json` without policies was broken", {}, { "vercel.json": "{", ...CONFIG }, { "vercel.json": "{}" }],
  ])("no policy is removed where %s", async (_name, csp, before, after) => {
    const { rules } = await check(changed(csp, before, after), "--base", "HEAD");
    expect(rules.filter((rule) => rule === "csp/enforcement-removed" || rule === "csp/unexplained-source")).toEqual([]);
  });

  test("a broken base that may have had a policy was not compared", async () => {
    const broken = '{ "headers": [{ "key": "Content-Security-Policy" }';
    const dir = changed({}, { "vercel.json": broken, ...CONFIG }, { "vercel.json": undefined });
    const { status, unchecked } = await check(dir, "--base", "HEAD");
    expect({ status, areas: unchecked.map(({ area }) => area) }).toEqual({ status: 2, areas: ["csp"] });
    expect(unchecked[0]?.reason).toMatch(/^HEAD: vercel\.json/);
  });

  // All policies of a page have to allow a request: what the base blocked stays blocked as long as one of them blocks it.
  const [NONE, REST] = POLICY.split(/; (.*)/s) as [string, string];
  test.each<[string, string, string, string[]]>([
    ["the fallback moves to another policy", POLICY, `${REST}, ${NONE}; script-src *; connect-src *; style-src *`, []],
    [
      "a directive moves, and opens",
      POLICY,
      `${REST}, default-src https://x.example`,
      ["`https://x.example` is new in `default-src`"],
    ],
    ["a directive is in none of them", POLICY, `${REST}, frame-ancestors 'none'`, ["`default-src` is gone"]],
    [
      "two swap what they say",
      `${REST}, ${NONE}; img-src 'self'; ${REST}`,
      `${NONE}; img-src 'self'; ${REST}, ${REST}`,
      [],
    ],
    ["one opens what the other one blocks still", `${POLICY}, img-src 'self'`, `${POLICY}, img-src *`, []],
    [
      "both open it",
      `${POLICY}, style-src 'self'`,
      `${POLICY.replace("style-src 'self'", "style-src *")}, style-src *`,
      ["`*` is new in `style-src`", "`*` is new in `style-src`"],
    ],
  ])("policies of one page: %s", async (_name, before, after, said) => {
    const found = await check(committed(before, after), "--base", "HEAD");
    const news = found.findings.filter(({ rule }) => rule === "csp/unexplained-source");
    expect(news.map(({ message }) => message.split(/, |: /)[0])).toEqual(said);
  });

  test("an exception with an owner explains it", async () => {
    const exception = {
      rule: "csp/unexplained-source",
      expression: "https://x.example",
      owner: "web",
      reason: "statistics",
    };
    const after = POLICY.replace("style-src 'self'", "style-src 'self' https://x.example");
    const found = await check(committed(POLICY, after, { exceptions: [exception] }), "--base", "HEAD");
    expect(found.rules).toEqual([]);
  });

  test("a nonce that a template fills in is named as it is written", async () => {
    const template = "'nonce-{{ nonce }}'";
    const after = POLICY.replace("style-src 'self'", `style-src 'self' ${template}`);
    const found = await check(committed(POLICY, after), "--base", "HEAD");
    expect(found.findings.map(({ message }) => message)).toEqual([
      `\`${template}\` is new in \`style-src\`, and no manifest needs it`,
    ]);
    const exception = { rule: "csp/unexplained-source", expression: template, owner: "web", reason: "styles" };
    expect((await check(committed(POLICY, after, { exceptions: [exception] }), "--base", "HEAD")).rules).toEqual([]);
    const blocked = after.replace("script-src 'self' https://cdn.example.com", `script-src ${template}`);
    const { findings } = await check(project({ policy: "p.txt" }, { "p.txt": blocked }));
    expect(JSON.stringify(findings)).not.toContain("TTT");
    expect(findings[0]?.help).toContain(`script-src ${template} https://cdn.example.com`);
  });

  test("what cannot be compared was not checked", async () => {
    const origin = await serve((_request, response) => response.setHeader("content-security-policy", POLICY).end());
    const dir = project({ policy: `${origin}/` });
    git(dir, "init", "-q");
    git(dir, "commit", "-q", "--allow-empty", "-m", "before");
    const { status, unchecked } = await check(dir, "--base", "HEAD");
    expect(status).toBe(2);
    expect(unchecked[0]?.reason).toContain("csp.base");
  });
});
