import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Manifest, manifestOf } from "../folders.ts";
import { folder } from "../scratch.ts";
import { FileServer, type Tamper } from "./server.ts";

/** examples/ssr as people run it: its build, its server in a process of its own, remotes on other origins. */

const ROOT = join(import.meta.dirname, "../..");
const EXAMPLE = join(ROOT, "examples/ssr");

const stable = folder();
const preview = folder();
const beta = folder();
const evil = folder();
const operator = await new FileServer().start();
const allowed = await new FileServer().start();
const foreign = await new FileServer().start();
const servers = [operator, allowed, foreign];

/** The remote's files, by the part they play. */
let files: { remoteEntry: string; expose: string; lazy: string };

beforeAll(() => {
  build(stable, "stable");
  build(preview, "preview");
  build(beta, "beta");
  cpSync(stable, evil, { recursive: true });
  const names = Object.keys(manifestOf(stable).integrity);
  const [{ assets }] = manifestOf(stable).exposes;
  files = {
    remoteEntry: "remoteEntry.js",
    expose: `static/js/${assets.js.sync[0].name}`,
    lazy: names.find((name) => name.includes("/details.")) as string,
  };
  for (const { folders } of servers) {
    folders.set("stable", stable).set("preview", preview).set("beta", beta).set("evil", evil);
  }
});

beforeEach(() => {
  for (const server of servers) server.reset();
});

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.stop()));
});

afterAll(async () => {
  for (const server of servers) await server.stop();
});

function build(out: string, release: string): void {
  const rspack = join(ROOT, "node_modules/@rspack/cli/bin/rspack.js");
  execFileSync(process.execPath, [rspack, "build", "--config", "remote/rspack.config.js", "--output-path", out], {
    cwd: EXAMPLE,
    env: { ...process.env, RELEASE: release },
  });
}

/** Code that makes itself known from then on: in the server's output, and in every answer. */
const MARK = `
;(() => {
  process.stdout.write("EVIL\\n");
  const { ServerResponse } = process.getBuiltinModule("node:http");
  const { end } = ServerResponse.prototype;
  ServerResponse.prototype.end = function (body) { return end.call(this, body + "EVIL"); };
})();
`;

function marked(file: string): Tamper {
  return (path, body) => (body && path.endsWith(file) ? { body: Buffer.concat([body, Buffer.from(MARK)]) } : undefined);
}

function rewritten(change: (manifest: Manifest) => void, file?: string): Tamper {
  const manifest = manifestOf(stable);
  change(manifest);
  const mark = file === undefined ? undefined : marked(file);
  return (path, body, nth, request) =>
    path.endsWith("mf-manifest.json") ? { body: JSON.stringify(manifest) } : mark?.(path, body, nth, request);
}

interface Page {
  status: number;
  code: string | null;
  html: string;
}

class Host {
  readonly #process: ChildProcess;
  readonly #done: Promise<unknown>;
  origin = "";
  output = "";

  constructor(env: Record<string, string>) {
    this.#process = spawn(process.execPath, ["host/server.js"], {
      cwd: EXAMPLE,
      env: { ...clean(), PORT: "0", REACT_REMOTE_MANIFEST: `${operator.origin}/stable/mf-manifest.json`, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on("data", (data) => {
        this.output += data;
      });
    }
    this.#done = once(this.#process, "close");
  }

  async started(): Promise<this> {
    for (;;) {
      const found = /served at (\S+)/.exec(this.output)?.[1];
      if (found) {
        this.origin = found;
        return this;
      }
      if (this.#process.exitCode !== null) throw new Error(`the server ended: ${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** The exit code of a server that does not start. */
  async refused(): Promise<number | null> {
    await this.started().catch(() => this.#done);
    return this.#process.exitCode;
  }

  async get(path = "/", init?: RequestInit): Promise<Page> {
    const response = await fetch(this.origin + path, init);
    return { status: response.status, code: response.headers.get("x-remote-error"), html: await response.text() };
  }

  override(url: string): Promise<Page> {
    return this.get(`/?manifest=${encodeURIComponent(url)}`);
  }

  /** The process still answers. */
  async alive(): Promise<boolean> {
    return this.#process.exitCode === null && (await this.get("/nowhere")).status === 404;
  }

  async stop(): Promise<void> {
    this.#process.kill();
    await this.#done;
  }
}

const hosts: Host[] = [];

function start(env: Record<string, string> = {}): Host {
  const host = new Host(env);
  hosts.push(host);
  return host;
}

function overriding(env: Record<string, string> = {}): Promise<Host> {
  return start({
    REACT_REMOTE_MANIFEST_QUERY_OVERRIDES: "1",
    REACT_REMOTE_MANIFEST_ALLOWED_ORIGINS: allowed.origin,
    ...env,
  }).started();
}

/** What the example reads is what a test says. */
function clean(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("REACT_REMOTE_")));
}

function text(html: string): string {
  return html.replaceAll("<!-- -->", "");
}

/** The page without its remote: nothing of where remotes are, nothing of the code. */
function expectRefused(page: Page, status: number, code: string): void {
  expect(page, JSON.stringify(page)).toMatchObject({ status, code });
  expect(page.html).toContain("<h1>The shell</h1>");
  expect(page.html).toContain(`<code>${code}</code>`);
  expect(page.html).not.toMatch(/shop|127\.0\.0\.1|localhost|\.js|Error:| at |EVIL/);
}

describe("the operator's remote", () => {
  test("is rendered with its lazy chunk and a style that the browser can check", async () => {
    const host = await start().started();
    const page = await host.get();
    expect(page).toMatchObject({ status: 200, code: null });
    expect(page.html).toMatch(/^<!DOCTYPE html>/);
    expect(page.html).toContain('<button type="button" class="shop-button">Buy</button>');
    expect(text(page.html)).toContain("One book, from the stable release.");
    const [style] = manifestOf(stable).exposes[0].assets.css.sync;
    expect(page.html).toContain(
      `href="${operator.origin}/stable/${style.path}/${style.name}" integrity="${style.integrity}"`,
    );
    expect(page.html).not.toContain("<script");

    // The host's React is the only one: the remote's own copy is not even asked for.
    const asked = ["mf-manifest.json", files.remoteEntry, files.expose, files.lazy].map(
      (file) => `GET /stable/${file}`,
    );
    expect([...operator.requests].sort()).toEqual(asked.sort());
    expect(await host.get()).toEqual(page);
    expect(operator.requests).toHaveLength(asked.length);
    expect((await host.get("/", { method: "POST" })).status).toBe(405);
    expect((await host.get("/", { method: "HEAD" })).status).toBe(200);
  });

  test("with evil code that was sealed runs it, and the mark is seen", async () => {
    for (const file of Object.values(files)) writeFileSync(join(evil, file), readFileSync(join(stable, file)) + MARK);
    execFileSync(process.execPath, [join(ROOT, "npm/fedseal/bin/fedseal.js"), "seal", evil]);
    const host = await start({ REACT_REMOTE_MANIFEST: `${operator.origin}/evil/mf-manifest.json` }).started();
    const page = await host.get();
    expect(page.status).toBe(200);
    expect(page.html.match(/EVIL/g)).toHaveLength(3);
    expect(host.output.match(/EVIL/g)).toHaveLength(3);
  });

  test.each<[string, string, () => Tamper]>([
    ["remoteEntry changed", "ERR_FEDSEAL_INTEGRITY_MISMATCH", () => marked(files.remoteEntry)],
    ["the expose's chunk changed", "ERR_FEDSEAL_INTEGRITY_MISMATCH", () => marked(files.expose)],
    ["the lazy chunk changed", "ERR_FEDSEAL_INTEGRITY_MISMATCH", () => marked(files.lazy)],
    [
      "the manifest's hash of remoteEntry changed",
      "ERR_FEDSEAL_INTEGRITY_MISMATCH",
      () =>
        rewritten((manifest) => {
          const other = manifest.integrity[files.lazy];
          manifest.integrity[files.remoteEntry] = manifest.metaData.remoteEntry.integrity = other;
          delete manifest.metaData.remoteEntry.contentHash;
        }),
    ],
    [
      "the closure's hash of a chunk changed, and the chunk",
      "ERR_FEDSEAL_METADATA_MALFORMED",
      () =>
        rewritten((manifest) => {
          manifest.integrity[files.lazy] = manifest.integrity[files.expose];
        }, files.lazy),
    ],
    [
      "manifest stripped of every hash",
      "ERR_FEDSEAL_UNSEALED",
      () =>
        rewritten((manifest) => {
          delete manifest.integrity;
          JSON.stringify(manifest, (_key, value) => {
            if (typeof value === "object" && value !== null) {
              delete value.integrity;
              delete value.contentHash;
            }
            return value;
          });
        }, files.remoteEntry),
    ],
    [
      "the lazy chunk taken out of the manifest",
      "ERR_FEDSEAL_UNSEALED",
      () =>
        rewritten((manifest) => {
          delete manifest.integrity[files.lazy];
          manifest.exposes[0].assets.js.async = [];
        }, files.lazy),
    ],
    [
      "a public path that is code",
      "ERR_FEDSEAL_UNSEALED",
      () =>
        rewritten((manifest) => {
          manifest.metaData.getPublicPath = `${MARK}; return "/"`;
        }),
    ],
    [
      "a public path on a foreign origin",
      "ERR_FEDSEAL_ORIGIN",
      () =>
        rewritten((manifest) => {
          manifest.metaData.publicPath = `${foreign.origin}/stable/`;
        }),
    ],
    [
      "a redirect of the manifest to a foreign origin",
      "ERR_FEDSEAL_REDIRECT",
      () => (path) =>
        path.endsWith("mf-manifest.json")
          ? { status: 302, headers: { location: `${foreign.origin}${path}` }, body: "" }
          : undefined,
    ],
    ["no manifest", "ERR_FEDSEAL_FETCH", () => () => ({ status: 404, body: "secret 10.0.0.1" })],
    [
      "a page in place of the manifest",
      "ERR_FEDSEAL_MANIFEST_INVALID",
      () => () => ({ body: "<script>alert(1)</script>" }),
    ],
    ["no lazy chunk", "ERR_FEDSEAL_FETCH", () => (path) => (path.endsWith(files.lazy) ? { status: 404 } : undefined)],
  ])("%s: 502 and %s, nothing runs", async (_name, code, tamper) => {
    const host = await start().started();
    operator.tamper = tamper();
    for (let time = 0; time < 2; time++) expectRefused(await host.get(), 502, code);
    expect(foreign.requests).toEqual([]);
    expect(await host.alive()).toBe(true);
    expect(host.output).not.toContain("EVIL");
    operator.reset();
    expect((await host.get()).status).toBe(200);
  });

  test("that cannot be reached: 502", async () => {
    const gone = await new FileServer().start();
    const { origin } = gone;
    await gone.stop();
    const host = await start({ REACT_REMOTE_MANIFEST: `${origin}/stable/mf-manifest.json` }).started();
    expectRefused(await host.get(), 502, "ERR_FEDSEAL_FETCH");
    expect(await host.alive()).toBe(true);
  });
});

test("what a remote throws when nobody waits any more does not end the server", async () => {
  const late = folder();
  cpSync(stable, late, { recursive: true });
  const code = '\n;setTimeout(() => { throw new Error("late") }); Promise.reject(new Error("nobody waits"));';
  writeFileSync(join(late, files.expose), readFileSync(join(late, files.expose)) + code);
  execFileSync(process.execPath, [join(ROOT, "npm/fedseal/bin/fedseal.js"), "seal", late]);
  operator.folders.set("late", late);
  const host = await start({ REACT_REMOTE_MANIFEST: `${operator.origin}/late/mf-manifest.json` }).started();
  expect((await host.get()).status).toBe(200);
  await expect.poll(() => host.output).toMatch(/Error: late/);
  expect(host.output).toContain("Error: nobody waits");
  expect(await host.alive()).toBe(true);
});

describe("overrides by the query", () => {
  test("are disabled by default, and nobody is asked", async () => {
    const host = await start({ REACT_REMOTE_MANIFEST_ALLOWED_ORIGINS: allowed.origin }).started();
    const page = await host.override(`${allowed.origin}/preview/mf-manifest.json`);
    expectRefused(page, 403, "OVERRIDES_DISABLED");
    expect(page.html).toContain("Choosing a manifest by the query is disabled on this server.");
    expect(allowed.requests).toEqual([]);
    expect((await host.get("/?manifest=")).status).toBe(403);
    expect((await host.get()).status).toBe(200);
  });

  test("show another remote to those who ask, and to nobody else", async () => {
    const host = await overriding();
    const mine = await host.get();
    const other = await host.override(`${allowed.origin}/preview/mf-manifest.json`);
    expect(other).toMatchObject({ status: 200, code: null });
    expect(text(other.html)).toContain("from the preview release");
    expect(other.html).toContain(`href="${allowed.origin}/preview/`);
    expect(await host.get()).toEqual(mine);
    expect(text(mine.html)).toContain("from the stable release");
    // Once loaded, it is not fetched again.
    const { length } = allowed.requests;
    expect(await host.override(`${allowed.origin}/preview/mf-manifest.json#again`)).toEqual(other);
    expect(allowed.requests).toHaveLength(length);
  });

  test.each<[string, string, () => string]>([
    ["on an origin that is not on the list", "ERR_FEDSEAL_ORIGIN", () => `${foreign.origin}/preview/mf-manifest.json`],
    ["on the operator's own origin", "ERR_FEDSEAL_ORIGIN", () => `${operator.origin}/preview/mf-manifest.json`],
    ["on an origin that begins alike", "ERR_FEDSEAL_ORIGIN", () => `http://127.0.0.1.example.com/mf-manifest.json`],
    ["with an allowed origin as user", "ERR_FEDSEAL_OPTIONS", () => `${allowed.origin}@127.0.0.1:1/mf-manifest.json`],
    [
      "with credentials",
      "ERR_FEDSEAL_OPTIONS",
      () => `http://user@${allowed.origin.slice(7)}/preview/mf-manifest.json`,
    ],
    ["in a file", "ERR_FEDSEAL_OPTIONS", () => "file:///etc/passwd"],
    ["in the address itself", "ERR_FEDSEAL_OPTIONS", () => "data:application/json,{}"],
    ["that is no address", "ERR_FEDSEAL_OPTIONS", () => "<script>alert(1)</script>"],
    ["that is empty", "ERR_FEDSEAL_OPTIONS", () => ""],
  ])("%s: 403 and %s", async (_name, code, url) => {
    const host = await overriding();
    const page = await host.override(url());
    expectRefused(page, 403, code);
    expect([...operator.requests, ...allowed.requests, ...foreign.requests]).toEqual([]);
    expect((await host.get()).status).toBe(200);
  });

  test("follow no redirect to a foreign origin, and one on the list", async () => {
    const host = await overriding();
    const to =
      (origin: string): Tamper =>
      (path) =>
        path.startsWith("/old/")
          ? { status: 302, headers: { location: `${origin}/preview/mf-manifest.json` }, body: "" }
          : undefined;
    allowed.tamper = to(foreign.origin);
    expectRefused(await host.override(`${allowed.origin}/old/mf-manifest.json`), 403, "ERR_FEDSEAL_REDIRECT");
    expect(foreign.requests).toEqual([]);
    allowed.tamper = to(allowed.origin);
    const page = await host.override(`${allowed.origin}/old/mf-manifest.json`);
    expect(text(page.html)).toContain("from the preview release");
  });

  test.each<[string, () => object]>([
    ["public path", () => ({ publicPath: `${foreign.origin}/preview/` })],
    ["public path without a protocol", () => ({ publicPath: `${foreign.origin.slice(5)}/preview/` })],
    ["public path for servers", () => ({ ssrPublicPath: `${foreign.origin}/preview/` })],
    ["public path, the operator's", () => ({ publicPath: `${operator.origin}/stable/` })],
  ])("name no foreign origin: %s", async (_name, change) => {
    const host = await overriding();
    allowed.tamper = rewritten(({ metaData }) => void Object.assign(metaData, change()));
    const page = await host.override(`${allowed.origin}/stable/mf-manifest.json`);
    expectRefused(page, 403, "ERR_FEDSEAL_ORIGIN");
    expect(foreign.requests).toEqual([]);
    expect((await host.get()).status).toBe(200);
  });

  test("name no foreign remote of their own", async () => {
    const host = await overriding();
    allowed.tamper = rewritten(({ remotes }) => remotes.push({ entry: `${foreign.origin}/preview/mf-manifest.json` }));
    expectRefused(await host.override(`${allowed.origin}/stable/mf-manifest.json`), 403, "ERR_FEDSEAL_ORIGIN");
  });

  test.each<[string, string, () => Tamper]>([
    ["remoteEntry changed", "ERR_FEDSEAL_INTEGRITY_MISMATCH", () => marked(files.remoteEntry)],
    ["the lazy chunk changed", "ERR_FEDSEAL_INTEGRITY_MISMATCH", () => marked(files.lazy)],
    [
      "manifest stripped",
      "ERR_FEDSEAL_UNSEALED",
      () => rewritten((manifest) => void delete manifest.integrity, files.remoteEntry),
    ],
    [
      "an entry on a foreign origin",
      "ERR_FEDSEAL_METADATA_MALFORMED",
      () =>
        rewritten(({ metaData: { remoteEntry } }) => {
          remoteEntry.name = `${foreign.origin}/preview/remoteEntry.js`;
        }),
    ],
    ["a manifest that is gone", "ERR_FEDSEAL_FETCH", () => () => ({ status: 404 })],
  ])("are checked like any remote: %s, 502 and %s", async (_name, code, tamper) => {
    const host = await overriding();
    allowed.tamper = tamper();
    for (let time = 0; time < 2; time++) {
      expectRefused(await host.override(`${allowed.origin}/stable/mf-manifest.json`), 502, code);
    }
    expect(foreign.requests).toEqual([]);
    expect(host.output).not.toContain("EVIL");
    expect((await host.get()).status).toBe(200);
  });

  test("do not mix when they come at once", async () => {
    const host = await overriding();
    const asked = Array.from({ length: 40 }, (_, index) => index % 4);
    const pages = await Promise.all(
      asked.map((kind) => {
        if (kind === 0) return host.get();
        if (kind === 3) return host.override(`${foreign.origin}/preview/mf-manifest.json`);
        return host.override(`${allowed.origin}/${kind === 1 ? "preview" : "beta"}/mf-manifest.json`);
      }),
    );
    for (const [index, page] of pages.entries()) {
      const release = ["stable", "preview", "beta"][asked[index] as number];
      if (release) expect(text(page.html)).toContain(`from the ${release} release`);
      else expectRefused(page, 403, "ERR_FEDSEAL_ORIGIN");
    }
    for (const server of [operator, allowed]) expect(new Set(server.requests).size).toBe(server.requests.length);
  });

  test("are remembered up to a number, and what was refused is not", async () => {
    const host = await overriding();
    for (let index = 0; index < 25; index++) {
      expect((await host.override(`${foreign.origin}/preview/mf-manifest.json?${index}`)).status).toBe(403);
      expect((await host.override(`${allowed.origin}/nowhere/mf-manifest.json?${index}`)).status).toBe(502);
    }
    const url = (index: number) => `${allowed.origin}/preview/mf-manifest.json?${index}`;
    for (let index = 0; index < 20; index++) expect((await host.override(url(index))).status).toBe(200);
    expectRefused(await host.override(url(20)), 503, "TOO_MANY_OVERRIDES");
    expect((await host.override(url(0))).status).toBe(200);
    expect((await host.get()).status).toBe(200);
  });
});

describe("the environment", () => {
  const list = "REACT_REMOTE_MANIFEST_ALLOWED_ORIGINS";
  const overrides = "REACT_REMOTE_MANIFEST_QUERY_OVERRIDES";

  test.each<[string, Record<string, string>, string]>([
    ["overrides for everybody", { [overrides]: "1" }, `${overrides} is "1", but ${list} is missing`],
    ["overrides with an empty list", { [overrides]: "1", [list]: "" }, `${list} is missing`],
    ["overrides: yes", { [overrides]: "yes" }, `${overrides} is "yes"`],
    ["overrides: true", { [overrides]: "true", [list]: "https://cdn.example.com" }, `${overrides} is "true"`],
    ["overrides: nothing", { [overrides]: "" }, `${overrides} is ""`],
    ...[
      "*",
      "https://*.example.com",
      "self",
      "cdn.example.com",
      "https://cdn.example.com/remotes",
      "https://cdn.example.com/",
      "file:///",
      "null",
      "https://a.example,",
      ",",
      "https://user@cdn.example.com",
    ].map((value): [string, Record<string, string>, string] => [
      `a list: ${value}`,
      { [overrides]: "1", [list]: value },
      `${list} holds "`,
    ]),
    ["an invalid list that is not used", { [list]: "cdn" }, `${list} holds "cdn", which is no origin`],
    [
      "a manifest that is no URL",
      { REACT_REMOTE_MANIFEST: "mf-manifest.json" },
      'REACT_REMOTE_MANIFEST is "mf-manifest.json"',
    ],
    ["a manifest in a file", { REACT_REMOTE_MANIFEST: "file:///mf-manifest.json" }, "which is no http(s) URL"],
    ["a port that is none", { PORT: "http" }, 'PORT is "http"'],
  ])("refuses %s", async (_name, env, words) => {
    const host = start(env);
    expect(await host.refused()).toBe(1);
    expect(host.output).toContain(words);
    expect(host.output.trim()).not.toContain("\n");
  });

  test("takes several origins, with spaces", async () => {
    const host = await overriding({ [list]: `https://cdn.example.com, ${allowed.origin}` });
    expect((await host.override(`${allowed.origin}/beta/mf-manifest.json`)).status).toBe(200);
  });

  test("says when the port is taken", async () => {
    const host = await start().started();
    const second = start({ PORT: new URL(host.origin).port });
    expect(await second.refused()).toBe(1);
    expect(second.output).toContain("EADDRINUSE");
  });
});
