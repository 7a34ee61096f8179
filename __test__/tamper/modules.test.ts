import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Manifest, sri } from "../folders.ts";
import { folder } from "../scratch.ts";
import { buildHost, buildRemote } from "./apps.ts";
import { ENGINES, launch } from "./browser.ts";
import { evil, filesOf } from "./cells.ts";
import type { Engine } from "./engine.ts";
import { knowsIntegrityPolicy, POLICY } from "./integrity-policy.ts";
import { visit, withTab } from "./page.ts";
import { FileServer } from "./server.ts";

/** ES module remotes: what the page fetched before, where redirects lead, remotes beside and below one another. */

const WORKS = { panel: "panel with react 19", details: "details" };
const remotes = await new FileServer().start();
const foreign = await new FileServer().start();
const hosts = await new FileServer().start();
const engines = new Map<string, Engine>();
const sealed = folder();
beforeAll(async () => {
  for (const name of ENGINES) engines.set(name, await launch(name));
  await buildRemote("webpack + enhanced", "module", { out: sealed });
  remotes.folders.set("shop", sealed);
  const out = folder();
  const { errors } = await buildHost("webpack + enhanced", `${remotes.origin}/shop/mf-manifest.json`, {
    out,
    fedseal: { enforce: { unsealed: "block" } },
    configuration: { entry: "./eager.js" },
  });
  expect(errors).toEqual([]);
  hosts.folders.set("host", out);
});
afterAll(async () => {
  for (const engine of engines.values()) await engine.close();
  for (const server of [remotes, foreign, hosts]) await server.stop();
});
beforeEach(() => {
  for (const server of [remotes, foreign, hosts]) server.reset();
});

const address = () => `${hosts.origin}/host/`;

describe.each(ENGINES)("%s", (engine) => {
  const browser = () => engines.get(engine) as Engine;

  describe("what the page's own HTML preloads without a hash", () => {
    /** A link for every script, at the top of the page. */
    const preload = (rel: string) => {
      const { remoteEntry, sync, lazy, shared } = filesOf(sealed);
      const links = [remoteEntry, sync, lazy, shared].map(
        (file) => `<link rel="${rel}" as="script" crossorigin href="${remotes.origin}/shop/${file}">`,
      );
      hosts.tamper = (path, body) =>
        path.endsWith("/") && body ? { body: String(body).replace("<title>", `${links.join("")}<title>`) } : undefined;
    };

    test.each(["modulepreload", "preload"])("%s: is not what runs", async (rel) => {
      preload(rel);
      // The files that the page asks for are evil, those that fedseal asks for are the sealed ones.
      remotes.tamper = (path, body, _nth, { url = "" }) =>
        body && path.endsWith(".js") && !url.includes("fedseal=") ? { body: evil(path, body) } : undefined;
      const outcome = await visit(browser(), address());
      expect(outcome, JSON.stringify(outcome)).toMatchObject({ evil: 0, alive: true });
      // Firefox takes no import map after a module was loaded: nothing runs rather than something unchecked.
      if (engine === "firefox" && rel === "modulepreload") {
        expect(outcome.told.map(({ code }) => code)).toContain("ERR_FEDSEAL_UNSUPPORTED");
      } else {
        expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: WORKS, told: [] });
      }
    });

    test.each(["modulepreload", "preload"])("%s: evil in both requests is refused", async (rel) => {
      preload(rel);
      remotes.tamper = (path, body) => (body && path.endsWith(".js") ? { body: evil(path, body) } : undefined);
      const outcome = await visit(browser(), address(), { waitForError: true });
      expect(outcome, JSON.stringify(outcome)).toMatchObject({ evil: 0, alive: true, result: undefined });
    });
  });

  test("a module that the page preloaded does not lead the sealed one's imports elsewhere", async () => {
    const chunk = 'import { said as other } from "./other.js"; export const said = other;';
    const files = { "remoteEntry.js": ENTRY, "a/chunk.js": chunk, "a/other.js": 'export const said = "sealed";' };
    const remote = small("looked-up", files);
    const links = ["a/chunk.js", "a/other.js"].map(
      (file) => `<link rel="modulepreload" crossorigin href="${remotes.origin}/looked-up/${file}">`,
    );
    hosts.tamper = (path, body) =>
      path.endsWith("/") && body ? { body: String(body).replace("<title>", `${links.join("")}<title>`) } : undefined;
    remotes.tamper = (path, _body, _nth, { url = "" }) =>
      path.endsWith("/other.js") && !url.includes("fedseal=")
        ? { body: 'globalThis.__EVIL__ = 1; export const said = "evil";' }
        : undefined;
    const { said, evil } = await loadOne("looked-up", remote.url);
    expect(evil).toBe(0);
    expect(said).toBe(engine === "firefox" ? "refused" : "sealed");
  });

  test.each([
    ["one", "two"],
    ["two", "one"],
  ])("remotes in one folder load in any order: %s first", async (...order) => {
    const one = small("folder", { "remoteEntry.js": ENTRY, "a/chunk.js": 'export const said = "one";' });
    const entry = "two.js";
    writeFileSync(join(one.dir, entry), ENTRY.replace("./a/chunk.js", "./a/two-chunk.js"));
    writeFileSync(join(one.dir, "a/two-chunk.js"), 'export const said = "two";');
    const manifest = JSON.parse(readFileSync(join(one.dir, "mf-manifest.json"), "utf8"));
    manifest.id = manifest.name = manifest.metaData.name = manifest.metaData.globalName = "two";
    manifest.metaData.remoteEntry.name = entry;
    const names = [entry, "a/two-chunk.js"];
    manifest.integrity = Object.fromEntries(names.map((name) => [name, sri(readFileSync(join(one.dir, name)))]));
    writeFileSync(join(one.dir, "two.json"), JSON.stringify(manifest));
    const urls = { one: one.url, two: one.url.replace("mf-manifest.json", "two.json") };
    await withTab(browser(), address(), async (tab) => {
      await expect.poll(() => tab.evaluate("window.load !== undefined")).toBe(true);
      for (const name of order as ("one" | "two")[]) {
        const said = await tab.evaluate(`(async () => {
        const [instance] = __FEDERATION__.__INSTANCES__;
        instance.registerRemotes([{ name: "one", entry: "${urls.one}" }, { name: "two", entry: "${urls.two}" }]);
        return instance.loadRemote("${name}/Panel").then((panel) => panel.default(), (error) => String(error));
      })()`);
        expect(said).toBe(name);
      }
    });
  });

  /** Registers one remote, and says what its panel says, or that it was refused. */
  async function loadOne(name: string, entry: string): Promise<{ said: unknown; evil: unknown }> {
    return withTab(browser(), address(), async (tab) => {
      await expect.poll(() => tab.evaluate("window.load !== undefined")).toBe(true);
      const said = await tab.evaluate(`(async () => {
      const [instance] = __FEDERATION__.__INSTANCES__;
      instance.registerRemotes([{ name: "${name}", entry: "${entry}" }]);
      return instance.loadRemote("${name}/Panel").then((panel) => panel.default()).catch(() => "refused");
    })()`);
      const evil = await tab.evaluate("globalThis.__EVIL__ ?? 0");
      return { said, evil };
    });
  }

  test("the sealed remote loads under Integrity-Policy, and the host asks for that policy where it is missing", async () => {
    hosts.headers = POLICY;
    const knows = await knowsIntegrityPolicy(browser());
    const under = await visit(browser(), address(), knows ? {} : { waitForAdvice: true });
    // A browser that does not know the policy has none.
    expect(under, JSON.stringify(under)).toMatchObject({ result: WORKS, told: [], advised: !knows });
    hosts.headers = {};
    const without = await visit(browser(), address(), { waitForAdvice: true });
    expect(without).toMatchObject({ result: WORKS, told: [], advised: true });
  });

  test("a chunk that is redirected imports nothing from there under Integrity-Policy", async () => {
    const chunk = 'import { said as other } from "./other.js"; export const said = other;';
    const other = 'export const said = "sealed";';
    const remote = small("moved", { "remoteEntry.js": ENTRY, "a/chunk.js": chunk, "a/other.js": other });
    foreign.folders.set("moved", remote.dir);
    remotes.tamper = (path) =>
      path === "/moved/a/chunk.js"
        ? { status: 302, headers: { location: `${foreign.origin}/moved/a/chunk.js` } }
        : undefined;
    foreign.tamper = (path) =>
      path === "/moved/a/other.js" ? { body: 'globalThis.__EVIL__ = 1; export const said = "evil";' } : undefined;
    hosts.headers = POLICY;
    // What import maps cannot cover (docs/guide/threat-model.md): only the policy closes it, where the browser knows it.
    const knows = await knowsIntegrityPolicy(browser());
    const expected = knows ? { said: "refused", evil: 0 } : { said: "evil", evil: 1 };
    expect(await loadOne("moved", remote.url)).toEqual(expected);
  });

  test.each([
    ["outer", "inner"],
    ["inner", "outer"],
  ])("remotes below one another load in any order: %s first", async (...order) => {
    const outer = small("outer", {
      "remoteEntry.js": ENTRY,
      "a/chunk.js":
        'import { half } from "../half.js"; import { rest } from "./rest.js"; export const said = half + rest;',
      "half.js": 'export const half = "out";',
      "a/rest.js": 'export const rest = "er";',
    });
    const inner = small("outer/a", {
      "remoteEntry.js": ENTRY.replace("./a/chunk.js", "./own.js"),
      "own.js": 'export const said = "inner";',
    });
    await withTab(browser(), address(), async (tab) => {
      await expect.poll(() => tab.evaluate("window.load !== undefined")).toBe(true);
      const urls = { outer: outer.url, inner: inner.url };
      for (const name of order as ("outer" | "inner")[]) {
        const said = await tab.evaluate(`(async () => {
        const [instance] = __FEDERATION__.__INSTANCES__;
        instance.registerRemotes([{ name: "outer", entry: "${urls.outer}" }, { name: "inner", entry: "${urls.inner}" }]);
        return instance.loadRemote("${name}/Panel").then((panel) => panel.default(), (error) => String(error));
      })()`);
        expect(said).toBe(name);
      }
    });
  });
});

/** A module remote by hand: an entry that imports one chunk. */
const ENTRY =
  'export const init = async () => {}; export const get = async () => () => ({ default: async () => (await import("./a/chunk.js")).said });';

function small(name: string, files: Record<string, string>) {
  const dir = name === "outer/a" ? join(remotes.folders.get("outer") ?? "", "a") : folder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
  const assets = { js: { sync: [], async: [] }, css: { sync: [], async: [] } };
  const id = name.replace("/", "-");
  const manifest: Manifest = {
    schemaVersion: "1.0.0",
    id,
    name: id,
    metaData: {
      name: id,
      globalName: id,
      buildInfo: {},
      publicPath: "auto",
      remoteEntry: { name: "remoteEntry.js", path: "", type: "module" },
    },
    shared: [],
    remotes: [],
    exposes: [{ id: `${id}:Panel`, name: "Panel", path: "./Panel", assets }],
    integrity: Object.fromEntries(Object.keys(files).map((file) => [file, sri(readFileSync(join(dir, file)))])),
  };
  writeFileSync(join(dir, "mf-manifest.json"), JSON.stringify(manifest));
  if (!name.includes("/")) remotes.folders.set(name, dir);
  return { dir, url: `${remotes.origin}/${name}/mf-manifest.json` };
}
