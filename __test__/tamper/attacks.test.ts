import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Manifest, manifestOf, sri } from "../folders.ts";
import { folder, SCRATCH } from "../scratch.ts";
import { buildHost, buildRemote, type Kind } from "./apps.ts";
import { launch } from "./browser.ts";
import { CELLS, filesOf } from "./cells.ts";
import { visit } from "./page.ts";
import { FileServer } from "./server.ts";
import { serve } from "./server-host.ts";

/** What was tried against the runtime and once worked. Each has to stay refused. */

const remotes = await new FileServer().start();
const foreign = await new FileServer().start();
const hosts = await new FileServer().start();
const PRODUCER = "rspack + enhanced";
const _WORKS = { panel: "panel with react 19", details: "details" };
const EVIL = "globalThis.__EVIL__ = (globalThis.__EVIL__ || 0) + 1; return '/'";
const built = {} as Record<Kind, string>;
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
  for (const kind of ["script", "module", "node"] as const) {
    built[kind] = folder();
    await buildRemote(PRODUCER, kind, { out: built[kind] });
    remotes.folders.set(kind, built[kind]);
  }
  for (const [name, unsealed] of [
    ["block", "block"],
    ["warn", "warn"],
  ] as const) {
    const out = folder();
    const enforce = { unsealed, origins: [remotes.origin, hosts.origin], report: `${hosts.origin}/report` };
    const { errors } = await buildHost(PRODUCER, `${remotes.origin}/script/mf-manifest.json`, {
      out,
      fedseal: { enforce },
    });
    expect(errors).toEqual([]);
    hosts.folders.set(name, out);
  }
});
afterAll(async () => {
  await browser.close();
  for (const server of [remotes, foreign, hosts]) await server.stop();
});
beforeEach(() => {
  for (const server of [remotes, foreign, hosts]) server.reset();
});

const load = (entry: string, host = "block", more: object = {}) =>
  visit(browser, `${hosts.origin}/${host}/`, { remote: { name: "shop", entry, ...more }, waitForError: true });

describe("what Module Federation takes for a manifest", () => {
  const code = JSON.stringify({
    ...({} as Manifest),
    metaData: { getPublicPath: EVIL, remoteEntry: { name: "a.js" } },
    exposes: [],
    shared: [],
  });

  test.each([
    "/bad/mf-manifest.json",
    "/bad?file=mf-manifest.json",
    "/mf-manifest.json/",
    "/bad.json;v=1",
    "/bad.jsonp",
  ])("%s does not run its public path", async (path) => {
    remotes.tamper = () => ({ body: code, headers: { "content-type": "application/json" } });
    expect(await load(`${remotes.origin}${path}`)).toMatchObject({ evil: 0, alive: true, result: undefined });
    expect((await serve(`${remotes.origin}${path}`, { plugin: { unsealed: "block" } })).evil).toBe(0);
  });

  test.each(["///ORIGIN/a.json", "//ORIGIN/a.json", "/ http://ORIGIN/a.json", " http://ORIGIN/a.json"])(
    "an entry whose path is %s asks no other server",
    async (path) => {
      const manifest = manifestOf(built.script);
      const { host } = new URL(foreign.origin);
      manifest.metaData.remoteEntry.path = path.replace("ORIGIN", host);
      for (const file of Object.keys(manifest.integrity))
        manifest.integrity[`${path.replace("ORIGIN", host).replaceAll(/\/+/g, "/").replace(/^\//, "")}/${file}`] =
          manifest.integrity[file];
      remotes.tamper = (at) => (at.endsWith("mf-manifest.json") ? { body: JSON.stringify(manifest) } : undefined);
      foreign.tamper = () => ({ body: code });
      for (let again = 0; again < 2; again++) {
        expect(await load(`${remotes.origin}/script/mf-manifest.json`)).toMatchObject({ evil: 0, alive: true });
      }
      expect(foreign.requests).toEqual([]);
    },
  );
});

describe("module remotes", () => {
  test("a sealed one is refused where no import map is taken, whatever the policy", async () => {
    hosts.headers = { "content-security-policy": `script-src 'self' ${remotes.origin}` };
    remotes.tamper = CELLS.find(({ name }) => name === "remoteEntry changed")?.tamper(
      filesOf(built.module),
      built.module,
      "",
    );
    const outcome = await load(`${remotes.origin}/module/mf-manifest.json`, "warn", { type: "module" });
    expect(outcome).toMatchObject({ evil: 0, result: undefined });
    expect(outcome.told.map(({ code }) => code)).toContain("ERR_FEDSEAL_UNSUPPORTED");
  });

  test("a manifest that was let in first does not decide what another's modules are", async () => {
    const b = small("b", { "remoteEntry.js": ENTRY, "chunk.js": 'export const said = "sealed";' });
    const evil = 'globalThis.__EVIL__ = 1; export const said = "evil";';
    const a = small("a", { "remoteEntry.js": ENTRY });
    a.manifest.metaData.publicPath = `${remotes.origin}/b/`;
    a.manifest.integrity = {
      "remoteEntry.js": b.manifest.integrity["remoteEntry.js"],
      "chunk.js": sri(Buffer.from(evil)),
    };
    a.manifest.metaData.remoteEntry = b.manifest.metaData.remoteEntry;
    a.write();
    remotes.tamper = (path) => (path === "/b/chunk.js" ? { body: evil } : undefined);
    const page = await open();
    const outcome = await page.evaluate(`(async () => {
      const [instance] = __FEDERATION__.__INSTANCES__;
      instance.registerRemotes([{ name: "a", entry: "${a.url}" }, { name: "b", entry: "${b.url}" }]);
      await instance.preloadRemote([{ nameOrAlias: "a" }]).catch(() => {});
      return instance.loadRemote("b/Panel").then((panel) => panel.default(), (error) => "refused");
    })()`);
    expect(outcome).toBe("refused");
    expect(await page.evaluate("globalThis.__EVIL__ ?? 0")).toBe(0);
    await page.close();
  });

  test("nor what another's entry is", async () => {
    const b = small("c", { "remoteEntry.js": ENTRY, "chunk.js": 'export const said = "sealed";' });
    const evil = `globalThis.__EVIL__ = 1;${ENTRY}`;
    const a = small("d", { "remoteEntry.js": ENTRY });
    a.manifest.metaData.publicPath = `${remotes.origin}/c/`;
    a.manifest.integrity = { "remoteEntry.js": sri(Buffer.from(evil)) };
    a.write();
    for (const served of [undefined, evil]) {
      remotes.tamper = (path) => (path === "/c/remoteEntry.js" && served ? { body: served } : undefined);
      const page = await open();
      const outcome = await page.evaluate(`(async () => {
        const [instance] = __FEDERATION__.__INSTANCES__;
        instance.registerRemotes([{ name: "d", entry: "${a.url}" }, { name: "c", entry: "${b.url}" }]);
        // Lets the manifest in, and loads nothing of it.
        await instance.snapshotHandler.loadRemoteSnapshotInfo({ moduleInfo: instance.options.remotes.find(({ name }) => name === "d") }).catch(() => {});
        return instance.loadRemote("c/Panel").then((panel) => panel.default(), () => "refused");
      })()`);
      // What its chunks import back would be the other's: the remote is refused rather than half of it.
      expect(outcome).toBe("refused");
      expect(await page.evaluate("globalThis.__EVIL__ ?? 0")).toBe(0);
      await page.close();
    }
  });

  test.each([
    ["after", ["g", "h"]],
    ["before", ["h", "g"]],
  ])("what a manifest does not list, another that comes %s it cannot list for it", async (_, order) => {
    const evil = 'globalThis.__EVIL__ = 1; export const said = "evil";';
    const victim = small("g", { "remoteEntry.js": ENTRY });
    writeFileSync(join(victim.dir, "chunk.js"), evil);
    const liar = small("h", { "remoteEntry.js": ENTRY });
    liar.manifest.metaData.publicPath = `${remotes.origin}/g/`;
    liar.manifest.integrity["chunk.js"] = sri(Buffer.from(evil));
    liar.write();
    const page = await open();
    await page.evaluate(`(async () => {
      const [instance] = __FEDERATION__.__INSTANCES__;
      for (const name of ${JSON.stringify(order)}) {
        const entry = "${remotes.origin}/" + name + "/mf-manifest.json";
        instance.registerRemotes([{ name, entry }]);
        await instance.snapshotHandler.loadRemoteSnapshotInfo({ moduleInfo: { name, entry } }).catch(() => {});
      }
      await instance.loadRemote("g/Panel").then((panel) => panel.default()).catch(() => {});
    })()`);
    expect(await page.evaluate("globalThis.__EVIL__ ?? 0")).toBe(0);
    await page.close();
  });

  test("a foreign manifest cannot lead the page's own modules nowhere", async () => {
    const a = small("own", { "remoteEntry.js": ENTRY });
    a.manifest.metaData.publicPath = `${hosts.origin}/`;
    a.write();
    hosts.folders.set("modules", dirname(join(a.dir, "x")));
    writeFileSync(join(a.dir, "one.js"), 'export const two = import("./two.js").then(({ two }) => two);');
    writeFileSync(join(a.dir, "two.js"), "export const two = 2;");
    const page = await open();
    const two = await page.evaluate(`(async () => {
      const [instance] = __FEDERATION__.__INSTANCES__;
      instance.registerRemotes([{ name: "own", entry: "${a.url}" }]);
      await instance.preloadRemote([{ nameOrAlias: "own" }]).catch(() => {});
      return (await import("${hosts.origin}/modules/one.js")).two;
    })()`);
    expect(two).toBe(2);
    await page.close();
  });
});

describe("whose hashes", () => {
  test("saying the same first and something else later changes nothing", async () => {
    const victim = `${remotes.origin}/script/`;
    const liar = small("liar", { "remoteEntry.js": "liar" });
    const genuine = manifestOf(built.script);
    const write = (integrity: Record<string, string>) => {
      liar.manifest.metaData.publicPath = victim;
      liar.manifest.metaData.remoteEntry = genuine.metaData.remoteEntry;
      liar.manifest.integrity = integrity;
      liar.write();
    };
    write(genuine.integrity);
    const lazy = filesOf(built.script).lazy;
    const page = await open();
    const ask = (entry: string) =>
      page.evaluate(`(async () => {
        const [instance] = __FEDERATION__.__INSTANCES__;
        instance.registerRemotes([{ name: "liar", entry: "${entry}" }], { force: true });
        await instance.preloadRemote([{ nameOrAlias: "liar" }]).catch(() => {});
      })()`);
    await page.evaluate('import("data:text/javascript,")');
    await page.evaluate(
      '__FEDERATION__.__INSTANCES__[0].loadRemote("shop/Panel").then((panel) => { window.panel = panel })',
    );
    await ask(liar.url);
    const evil = `${remotes.requests};globalThis.__EVIL__ = 1;`;
    write({ ...genuine.integrity, [lazy]: sri(Buffer.from(evil)) });
    await ask(liar.url);
    remotes.tamper = (path) => (path.endsWith(lazy) ? { body: evil } : undefined);
    expect(await page.evaluate("panel.open().catch(() => 'refused')")).toBe("refused");
    expect(await page.evaluate("globalThis.__EVIL__ ?? 0")).toBe(0);
    await page.close();
  });
});

describe("places", () => {
  test("a module remote whose entry is redirected does not load its chunks from there", async () => {
    foreign.folders.set("away", built.module);
    const { lazy, sync } = filesOf(built.module);
    remotes.tamper = (path) =>
      path === "/module/remoteEntry.js"
        ? { status: 302, headers: { location: `${foreign.origin}/away/remoteEntry.js` } }
        : undefined;
    foreign.tamper = (path, body) =>
      body && (path.endsWith(lazy) || path.endsWith(sync)) ? { body: `${body};globalThis.__EVIL__ = 1;` } : undefined;
    const outcome = await load(`${remotes.origin}/module/mf-manifest.json`, "block", { type: "module" });
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ evil: 0, result: undefined, alive: true });
  });

  test.each(["?x=/", "#/"])("a base with %s does not lead chunks out of reach", async (tail) => {
    const evil = 'globalThis.__EVIL__ = 1; export const said = "evil";';
    const b = small("q", { "remoteEntry.js": ENTRY, "chunk.js": "sealed" });
    delete b.manifest.integrity["chunk.js"];
    b.manifest.metaData.publicPath = `${remotes.origin}/q/${tail}`;
    b.write();
    remotes.tamper = (path) => (path === "/q/chunk.js" ? { body: evil } : undefined);
    const page = await open();
    await page.evaluate(`(async () => {
      const [instance] = __FEDERATION__.__INSTANCES__;
      instance.registerRemotes([{ name: "q", entry: "${b.url}" }]);
      return instance.loadRemote("q/Panel").then((panel) => panel.default()).catch(() => {});
    })()`);
    expect(await page.evaluate("globalThis.__EVIL__ ?? 0")).toBe(0);
    await page.close();
  });

  test("a server's virtual folder cannot be left", async () => {
    const manifest = manifestOf(built.node);
    manifest.metaData.publicPath = `${remotes.origin}/node/%2f..%2f..%2f..%2f..%2fnowhere/`;
    // Whatever the path, the genuine entry.
    const entry = readFileSync(join(built.node, "remoteEntry.js"));
    remotes.tamper = (path) =>
      path.endsWith("mf-manifest.json")
        ? { body: JSON.stringify(manifest) }
        : { body: path.endsWith("remoteEntry.js") ? entry : "globalThis.__EVIL__ = 1;" };
    const outcome = await serve(`${remotes.origin}/node/mf-manifest.json`, { plugin: { unsealed: "block" } });
    expect(outcome).toMatchObject({ evil: 0 });
    expect(outcome.result).toBeUndefined();
  });
});

test("a manifest that lost its seal is reported, too", async () => {
  const bodies: string[] = [];
  hosts.tamper = (path, _body, _nth, request) => {
    if (path !== "/report") return undefined;
    request.on("data", (data) => bodies.push(String(data)));
    return { status: 204 };
  };
  const { integrity: _, ...bare } = manifestOf(built.script);
  remotes.tamper = (path) => (path.endsWith("mf-manifest.json") ? { body: JSON.stringify(bare) } : undefined);
  const outcome = await load(`${remotes.origin}/script/mf-manifest.json`);
  expect(outcome.console.join()).not.toContain("circular");
  // A page that was closed may still send what it had to say.
  const expected = expect.objectContaining({ name: "FedsealError", code: "ERR_FEDSEAL_UNSEALED", refused: true });
  await expect.poll(() => bodies.map((body) => JSON.parse(body)), { timeout: 10_000 }).toContainEqual(expected);
});

describe("the page lives", () => {
  test("the host's own worker starts", async () => {
    const app = folder(SCRATCH);
    writeFileSync(join(app, "package.json"), "{}");
    writeFileSync(join(app, "worker.js"), 'postMessage("worker lives");');
    writeFileSync(
      join(app, "index.js"),
      'window.load = () => new Promise((resolve) => { const worker = new Worker(new URL("./worker.js", import.meta.url)); worker.onmessage = ({ data }) => resolve(data); worker.onerror = (event) => resolve(event.message); });\nwindow.told = []; window.alive = async () => true;',
    );
    for (const producer of ["rspack", "rspack + enhanced", "webpack + enhanced"] as const) {
      const out = folder();
      const { errors } = await buildHost(producer, `${remotes.origin}/script/mf-manifest.json`, {
        out,
        fedseal: { enforce: { unsealed: "block" } },
        configuration: { context: app },
      });
      expect(errors).toEqual([]);
      hosts.folders.set("worker", out);
      expect(await visit(browser, `${hosts.origin}/worker/`)).toMatchObject({ result: "worker lives" });
    }
  });

  test("a server outlives a report that fails, and an outage of one module", async () => {
    const entry = `${remotes.origin}/node/mf-manifest.json`;
    remotes.tamper = CELLS.find(({ name }) => name === "a hash removed")?.tamper(filesOf(built.node), built.node, "");
    const outcome = await serve(entry, { plugin: { unsealed: "block" }, rejects: true } as never);
    expect(outcome).toMatchObject({ evil: 0, alive: true });
    expect(outcome.told.map(({ code }) => code)).toContain("ERR_FEDSEAL_UNSEALED");
  });
});

/** A module remote by hand: an entry that imports one chunk. */
const ENTRY =
  'export const init = async () => {}; export const get = async () => () => ({ default: async () => (await import("./chunk.js")).said });';

function small(name: string, files: Record<string, string>) {
  const dir = folder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
  const integrity = Object.fromEntries(Object.entries(files).map(([file, text]) => [file, sri(Buffer.from(text))]));
  const manifest: Manifest = {
    schemaVersion: "1.0.0",
    id: name,
    name,
    metaData: {
      name,
      globalName: name,
      buildInfo: {},
      publicPath: "auto",
      remoteEntry: { name: "remoteEntry.js", path: "", type: "module" },
    },
    shared: [],
    remotes: [],
    exposes: [
      {
        id: `${name}:Panel`,
        name: "Panel",
        path: "./Panel",
        assets: { js: { sync: [], async: [] }, css: { sync: [], async: [] } },
      },
    ],
    integrity,
  };
  const write = () => writeFileSync(join(dir, "mf-manifest.json"), JSON.stringify(manifest));
  write();
  remotes.folders.set(name, dir);
  return { dir, manifest, write, url: `${remotes.origin}/${name}/mf-manifest.json` };
}

async function open(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${hosts.origin}/block/`);
  await page.waitForFunction("window.load !== undefined");
  return page;
}
