import { once } from "node:events";
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { manifestOf } from "../folders.ts";
import { fedseal, fedsealAsync, MANIFEST, output, type Ran } from "./fedseal.ts";
import { listen, serveFolder } from "./serve.ts";

/** `fedseal verify <url>`: what a server serves now. */

async function sealed(files: Record<string, string> = {}, manifest: object = MANIFEST) {
  const made = output({ "mf-manifest.json": JSON.stringify(manifest), ...files });
  expect(fedseal(made.dir, "seal", "dist").status).toBe(0);
  const server = await serveFolder(made.dist);
  const verify = (...args: string[]) => fedsealAsync(made.dir, "verify", `${server.url}/mf-manifest.json`, ...args);
  return { ...made, ...server, verify, manifest: `${server.url}/mf-manifest.json` };
}

const findings = ({ stdout }: Ran) =>
  (JSON.parse(stdout) as { findings: { rule: string; message: string; location: { file: string } | null }[] }).findings;

describe("fedseal verify <url>", () => {
  test("a server that serves the sealed files", async () => {
    const { verify, asked, manifest } = await sealed();
    const { status, stdout, stderr } = await verify();
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.replace(/in \d+ ms/, "in N ms")).toBe(
      `fedseal: verified 3 files (15 B) in N ms: all as sealed in ${manifest}\n`,
    );
    expect([...asked].sort()).toEqual([
      "/mf-manifest.json",
      "/remoteEntry.js",
      "/static/js/Button.js",
      "/static/js/lazy.js",
    ]);
  });

  test("a finding inside of a file is at the URL of that file", async () => {
    const { verify, url } = await sealed({ "static/js/lazy.js": 'document.title = "\u00fc";' });
    const found = findings(await verify("--format", "json"));
    expect(found.map(({ rule, location }) => [rule, location?.file])).toEqual([
      ["asset/encoding-dependent-script", `${url}/static/js/lazy.js`],
    ]);
  });

  test("a file that is another one, with the reason, at the manifest's URL", async () => {
    const { verify, dist, manifest } = await sealed({ "static/js/lazy.js": "lazy();\nmore();\n" });
    writeFileSync(join(dist, "static/js/lazy.js"), "lazy();\r\nmore();\r\n");
    const ran = await verify("--format", "json");
    expect(ran.status).toBe(1);
    expect(findings(ran)).toMatchObject([{ rule: "integrity/drift", location: { file: manifest } }]);
    expect(findings(ran)[0]?.message).toMatch(/: only its line ends differ: they became CRLF$/);
  });

  test("a file that the server does not have", async () => {
    const { verify, dist, url } = await sealed();
    rmSync(join(dist, "static/js/lazy.js"));
    const ran = await verify("--format", "json");
    expect(ran.status).toBe(1);
    expect(findings(ran).map(({ rule, message }) => [rule, message])).toEqual([
      ["integrity/missing-file", `static/js/lazy.js is named, but the server answers 404 for ${url}/static/js/lazy.js`],
    ]);
  });

  test("an SPA fallback in place of a chunk", async () => {
    const { verify, instead } = await sealed();
    instead.set("/static/js/lazy.js", (_, response) => response.end("<!doctype html><title>Shop</title>"));
    const ran = await verify();
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain("static/js/lazy.js was sealed as");
    expect(ran.stdout).toContain(": it holds an HTML page in place of the file");
  });

  test.each<[string, string, (respond: Awaited<ReturnType<typeof sealed>>) => void]>([
    [
      "500",
      "the server answers 500",
      ({ instead }) => instead.set("/remoteEntry.js", (_, r) => r.writeHead(500).end()),
    ],
    [
      "a redirect loop",
      "ERR_HTTP_REDIRECT_LOOP",
      ({ instead }) =>
        instead.set("/remoteEntry.js", (_, r) => r.writeHead(302, { location: "/remoteEntry.js" }).end()),
    ],
    [
      "an answer that breaks off",
      "ERR_HTTP_PROTOCOL",
      ({ instead }) => instead.set("/remoteEntry.js", (q) => q.socket.destroy()),
    ],
  ])("%s is not a missing file but one that was not checked", async (_, words, spoil) => {
    const made = await sealed();
    spoil(made);
    const ran = await made.verify("--format", "json");
    expect(ran.status).toBe(2);
    expect(findings(ran)).toMatchObject([
      { rule: "serve/unreachable", location: { file: `${made.url}/remoteEntry.js` } },
    ]);
    expect(findings(ran)[0]?.message).toContain(words);
  });

  test("limits of the configuration: a body without an end, and a server that writes nothing", async () => {
    const made = await sealed({});
    writeFileSync(
      join(made.dir, "fedseal.config.json"),
      JSON.stringify({ http: { maxBytes: 5000, idleTimeout: 3000, timeout: 20_000, retries: 0 } }),
    );
    made.instead.set("/remoteEntry.js", (_, response) => {
      const timer = setInterval(() => response.write("x".repeat(1000)), 5);
      response.on("close", () => clearInterval(timer));
    });
    made.instead.set("/static/js/lazy.js", () => {});
    const ran = await made.verify("--format", "json");
    expect(ran.status).toBe(2);
    expect(findings(ran).map(({ message }) => /ERR_\w+/.exec(message)?.[0])).toEqual([
      "ERR_HTTP_TOO_LARGE",
      "ERR_HTTP_IDLE",
    ]);
  });

  test.each<[string, string, string]>([
    ["no manifest", "serve/unreachable", ""],
    ["no JSON", "manifest/invalid-json", "<!doctype html>"],
    ["another JSON", "manifest/invalid-shape", "{}"],
    ["a newer schema", "manifest/unsupported-schema-version", JSON.stringify({ ...MANIFEST, schemaVersion: "2.0.0" })],
    [
      "a file above the folder",
      "asset/unsafe-name",
      JSON.stringify({ ...MANIFEST, integrity: { "../../a.js": `sha384-${"A".repeat(64)}` } }),
    ],
    [
      "a public path without an address",
      "serve/unreachable",
      JSON.stringify({ ...MANIFEST, metaData: { ...MANIFEST.metaData, publicPath: "file:///etc/" } }),
    ],
    [
      "a public path that is code",
      "serve/unreachable",
      JSON.stringify({
        ...MANIFEST,
        metaData: { ...MANIFEST.metaData, publicPath: undefined, getPublicPath: "() => '/'" },
      }),
    ],
  ])("%s", async (_, rule, body) => {
    const url = await listen((_, response) => (body === "" ? response.writeHead(404).end() : response.end(body)));
    const ran = await fedsealAsync(output().dir, "verify", `${url}/mf-manifest.json`, "--format", "json");
    // None of it lets fedseal compare everything that the manifest names.
    expect(ran.status).toBe(2);
    expect(findings(ran)[0]).toMatchObject({ rule, location: { file: `${url}/mf-manifest.json` } });
  });

  test("nobody listens", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    const ran = await fedsealAsync(output().dir, "verify", `http://127.0.0.1:${port}/mf-manifest.json`);
    expect(ran.status).toBe(2);
    expect(ran.stdout).toContain("error[serve/unreachable]");
    expect(ran.stdout).toContain("ERR_HTTP_CONNECTION");
  });

  test("a public path on another server: the files come from there, headers of the configuration go only where they belong", async () => {
    const cdn = await serveFolder(output().dist);
    const publicPath = `${cdn.url}/`;
    const made = await sealed({}, { ...MANIFEST, metaData: { ...MANIFEST.metaData, publicPath } });
    const seen: (string | undefined)[] = [];
    made.instead.set("/mf-manifest.json", (request, response) => {
      seen.push(request.headers.authorization);
      response.end(readFileSync(join(made.dist, "mf-manifest.json")));
    });
    cdn.instead.set("/remoteEntry.js", (request, response) => {
      seen.push(request.headers.authorization);
      response.end("entry");
    });
    const headers = { [made.url]: { authorization: "secret" } };
    writeFileSync(join(made.dir, "fedseal.config.json"), JSON.stringify({ http: { headers } }));
    const ran = await made.verify();
    expect([ran.status, seen]).toEqual([0, ["secret", undefined]]);
    expect(cdn.asked).toHaveLength(3);
  });

  test("is taken up where it was interrupted, and over another manifest from the start", async () => {
    const { verify, asked, instead, dist, dir } = await sealed();
    instead.set("/static/js/lazy.js", (_, response) => response.writeHead(500).end());
    expect((await verify("--state", "state")).status).toBe(2);
    instead.clear();
    asked.length = 0;
    const again = await verify("--state", "state");
    expect(again.status).toBe(0);
    expect(again.stdout).toContain("2 of them by an earlier run");
    expect(asked).toEqual(["/mf-manifest.json", "/static/js/lazy.js"]);
    // A fetched file that changed in the folder since is fetched again.
    appendFileSync(join(dir, "state/remoteEntry.js"), "!");
    asked.length = 0;
    expect((await verify("--state", "state")).status).toBe(0);
    expect(asked).toEqual(["/mf-manifest.json", "/remoteEntry.js"]);
    const manifest = manifestOf(dist);
    manifest.release.id = "another";
    writeFileSync(join(dist, "mf-manifest.json"), JSON.stringify(manifest));
    asked.length = 0;
    expect((await verify("--state", "state")).status).toBe(0);
    expect(asked).toHaveLength(4);
  });

  test("a server that fails again and again, and a check that takes too long, leave the rest unasked", async () => {
    const many = Array.from({ length: 40 }, (_, index) => [`chunks/${index}.js`, "x"]);
    const { verify, asked, instead } = await sealed(Object.fromEntries(many));
    for (const [name] of many) instead.set(`/${name}`, (request) => request.socket.destroy());
    const failed = await verify("--format", "json");
    expect(failed.status).toBe(2);
    expect(findings(failed).at(-1)?.message).toMatch(/more files were not fetched: 10 requests in a row failed$/);
    expect(new Set(asked).size).toBeLessThan(30);
    // The manifest comes, and nothing after it.
    for (const name of [...many.map(([one]) => one), "remoteEntry.js"]) instead.set(`/${name}`, () => {});
    for (const name of ["Button", "lazy"]) instead.set(`/static/js/${name}.js`, () => {});
    const late = await verify("--format", "json", "--timeout", "3000");
    expect([late.status, findings(late).map(({ message }) => message)]).toEqual([
      2,
      ["43 more files were not fetched: the check took longer than 3000 ms"],
    ]);
  });

  test("the time holds for the manifest, too, that comes byte by byte", async () => {
    const { verify, instead } = await sealed();
    instead.set("/mf-manifest.json", (request, response) => {
      const timer = setInterval(() => response.write(" "), 50);
      request.on("close", () => clearInterval(timer));
    });
    const { status, stdout } = await verify("--timeout", "500");
    expect(status).toBe(2);
    expect(stdout).toContain("it took longer than 500 ms (ERR_HTTP_TIMEOUT)");
  });

  test("options of folders are refused, and of URLs for folders", async () => {
    const { verify, dir } = await sealed();
    const ran = await verify("--exclude", "a.js");
    expect([ran.status, ran.stdout.split("\n")[0]]).toEqual([
      2,
      "error[options/invalid]: --exclude is for folders; a URL names its manifest, which names its files",
    ]);
    const folder = fedseal(dir, "verify", "dist", "--state", "state");
    expect([folder.status, existsSync(join(dir, "state"))]).toEqual([2, false]);
  });
});
