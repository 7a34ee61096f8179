import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { rspack } from "@rspack/core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { folder, SCRATCH } from "../scratch.ts";
import { buildRemote, manifest } from "../tamper/apps.ts";
import { ENGINES, launch } from "../tamper/browser.ts";
import type { Engine } from "../tamper/engine.ts";
import { withTab } from "../tamper/page.ts";
import { FileServer } from "../tamper/server.ts";

/** What a page tells of its loads, in three browser engines: real builds, and what real servers get. */

type Told = Record<string, unknown>;
const remotes = new FileServer();
let told: Told[] = [];
/** Requests of one page. */
let sent: { type: string | undefined; bytes: number }[] = [];
const page = createServer(async (request, response) => {
  if (request.url === "/rum") {
    let body = "";
    for await (const part of request) body += part;
    sent.push({ type: request.headers["content-type"], bytes: Buffer.byteLength(body) });
    told.push(...JSON.parse(body));
    return response.writeHead(204).end();
  }
  const isScript = request.url === "/page.js";
  response.writeHead(200, {
    "content-type": isScript ? "text/javascript" : "text/html",
    ...(policy && { "content-security-policy": policy }),
  });
  response.end(isScript ? script : '<!doctype html><title>page</title><script src="page.js"></script>');
});
let script = "";
let policy = "";
let origin = "";
const engines = new Map<string, Engine>();

beforeAll(async () => {
  for (const name of ENGINES) engines.set(name, await launch(name));
  await remotes.start();
  const out = folder();
  await buildRemote("rspack + enhanced", "script", { out });
  remotes.folders.set("shop", out);
  const stock = folder();
  await buildRemote("rspack + enhanced", "script", { out: stock, fedseal: false });
  remotes.folders.set("stock", stock);
  const dir = folder(SCRATCH);
  await new Promise<void>((resolve, reject) => {
    rspack(
      {
        mode: "production",
        context: import.meta.dirname,
        entry: "./page.mjs",
        output: { path: dir, filename: "page.js" },
        target: ["web", "es2022"],
      },
      (error, stats) => (error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString())) : resolve()),
    );
  });
  script = readFileSync(join(dir, "page.js"), "utf8");
  page.listen(0, "127.0.0.1");
  await once(page, "listening");
  origin = `http://127.0.0.1:${(page.address() as AddressInfo).port}`;
});
afterAll(async () => {
  for (const one of engines.values()) await one.close();
  await remotes.stop();
  page.closeAllConnections();
  page.close();
});
beforeEach(() => {
  remotes.reset();
  told = [];
  sent = [];
  policy = "";
});

/** What a page tells, that runs some code and is closed then. */
async function tell(engine: string, code: string, { expected = 1 } = {}): Promise<Told[]> {
  const again = () => {
    told = [];
    sent = [];
  };
  const run = `(async () => { let made; const load = (id) => (made ??= start(${JSON.stringify({ entry: `${remotes.origin}/shop/mf-manifest.json` })}))(id); ${code} })()`;
  await withTab(
    engines.get(engine) as Engine,
    `${origin}/`,
    async (tab) => {
      await tab.evaluate(run);
      await tab.evaluate("dispatchEvent(new Event('pagehide'))");
      for (let wait = 0; wait < 100 && told.length < expected; wait++)
        await new Promise((resolve) => setTimeout(resolve, 50));
    },
    again,
  );
  return told.map(({ duration, ...event }) => ({
    ...event,
    ...(duration !== undefined && { duration: typeof duration }),
  }));
}

type Entry = string | { name: string };

function nameOf(entry: Entry): string {
  return typeof entry === "string" ? entry : entry.name;
}

const RELEASES = { shop: { release: "1.4.0", channel: "canary" } };

describe.each([...ENGINES])("%s", (engine) => {
  test("a load that works", async () => {
    expect(await tell(engine, 'return load("shop/Panel")')).toEqual([
      { name: "mf.load", "mf.remote": "shop", "mf.expose": "./Panel", "mf.seal": "ok", duration: "number" },
    ]);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.type).toMatch(/^application\/json/);
  });

  test("the release and channel of the page's release set, and an address without its query", async () => {
    remotes.tamper = (path) => (path.endsWith("mf-manifest.json") ? { status: 500, body: "" } : undefined);
    const entry = `${remotes.origin.replace("//", "//user:secret@")}/shop/mf-manifest.json?token=secret#x`;
    const [event] = await tell(
      engine,
      `const own = start({ name: "shop", entry: ${JSON.stringify(entry.replace("user:secret@", ""))}, releases: ${JSON.stringify(RELEASES)} }); return own("shop/Panel")`,
    );
    expect(event).toMatchObject({
      name: "mf.manifest.error",
      "mf.release": "1.4.0",
      "mf.channel": "canary",
      "error.type": "ERR_FEDSEAL_FETCH",
    });
    expect(event?.["url.full"]).toBe(`${remotes.origin}/shop/mf-manifest.json`);
    expect(event).not.toHaveProperty("mf.expose");
  });

  test.each(["entry", "chunk"])("a changed %s is a failed seal", async (which) => {
    const { metaData, exposes } = manifest(remotes.folders.get("shop") as string);
    const names = which === "entry" ? [metaData.remoteEntry.name] : (exposes[0].assets.js.sync as Entry[]).map(nameOf);
    expect(names.length).toBeGreaterThan(0);
    const isOne = (path: string) => names.some((name: string) => path.endsWith(`/${name}`));
    remotes.tamper = (path, body) => (isOne(path) ? { body: `${body}\n//` } : undefined);
    const [event] = await tell(engine, 'return load("shop/Panel")');
    expect(event).toMatchObject({
      name: "mf.load.error",
      "mf.remote": "shop",
      "mf.expose": "./Panel",
      "mf.seal": "failed",
      "error.type": "ERR_FEDSEAL_INTEGRITY_MISMATCH",
    });
  });

  test("an export that is gone has the rule of the gate that would have said it", async () => {
    const [event] = await tell(engine, 'return load("shop/Gone")');
    expect(event).toMatchObject({
      name: "mf.load.error",
      "mf.expose": "./Gone",
      "error.type": "contract/expose-removed",
    });
  });

  test("what works after it failed says so", async () => {
    remotes.tamper = (path, _, nth) =>
      path.endsWith("mf-manifest.json") && nth < 3 ? { status: 503, body: "" } : undefined;
    const events = await tell(engine, 'await load("shop/Panel"); await load("shop/Panel"); return load("shop/Panel")', {
      expected: 2,
    });
    expect(events.at(0)).toMatchObject({ name: "mf.manifest.error" });
    expect(events.at(-1)).toMatchObject({ name: "mf.load", recovered: true });
  });

  test("what nothing seals, and a page without fedseal", async () => {
    const stock = `${remotes.origin}/stock/mf-manifest.json`;
    for (const more of ['unsealed: "warn"', "sealed: false"]) {
      told = [];
      const code = `return start({ entry: ${JSON.stringify(stock)}, ${more} })("shop/Panel")`;
      expect(await tell(engine, code)).toMatchObject([{ name: "mf.load", "mf.seal": "absent" }]);
    }
  });

  test("the page's policy", async () => {
    policy = `default-src 'none'; script-src 'self' 'unsafe-eval'; connect-src 'self' ${remotes.origin}`;
    const events = await tell(engine, 'return load("shop/Panel")', { expected: 2 });
    const violations = events.filter(({ name }) => name === "mf.policy.error");
    expect(violations.length).toBeGreaterThan(0);
    for (const one of violations) {
      expect(one["error.type"]).toMatch(/^(script|style)-src/);
      expect(String(one["url.full"])).toContain(remotes.origin);
    }
  });

  test("at most 50 events, in batches of ten, each below 1 kB", async () => {
    const events = await tell(engine, 'for (let i = 0; i < 70; i++) await load("shop/" + "Gone".repeat(80) + i)', {
      expected: 50,
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(told).toHaveLength(50);
    expect(events).toHaveLength(50);
    expect(sent.length).toBe(5);
    for (const { bytes } of sent) expect(bytes).toBeLessThan(10 * 1024);
  });
});
