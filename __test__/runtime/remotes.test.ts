import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  collectFederationManifestPreloadLinks,
  createFederationManifestPreloadPlan,
  type FedsealError,
  isFedsealError,
  refreshRemote,
  registerManifestRemote,
} from "@fedseal/runtime";
import fedseal, { allowedManifest, type EnforceOptions } from "@fedseal/runtime/node";
import { createInstance } from "@module-federation/runtime";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Manifest, manifestOf } from "../folders.ts";
import { folder } from "../scratch.ts";
import { buildRemote } from "../tamper/apps.ts";
import { evil } from "../tamper/cells.ts";
import { FileServer } from "../tamper/server.ts";
import { remote } from "./manifests.ts";

/** The explicit API on real instances of Module Federation in this process, with real remotes for servers. */

const server = await new FileServer().start();
const other = await new FileServer().start();
const sealed = folder();
let unique = 0;
let told: FedsealError[] = [];

beforeAll(async () => {
  await buildRemote("rspack + enhanced", "node", { out: sealed });
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterAll(async () => {
  vi.restoreAllMocks();
  await server.stop();
  await other.stop();
});
beforeEach(() => {
  server.reset();
  other.reset();
  told = [];
});

/** A copy of the remote at an address of its own, to be changed. */
function deploy(change: (manifest: Manifest) => void = () => {}): { url: string; dir: string; name: string } {
  const name = `shop${++unique}`;
  const dir = folder();
  cpSync(sealed, dir, { recursive: true });
  const manifest = manifestOf(dir);
  change(manifest);
  writeFileSync(join(dir, "mf-manifest.json"), JSON.stringify(manifest));
  server.folders.set(name, dir);
  other.folders.set(name, dir);
  return { url: `${server.origin}/${name}/mf-manifest.json`, dir, name };
}

function host(options: EnforceOptions = { unsealed: "block" }, remotes: { name: string; entry: string }[] = []) {
  return createInstance({
    name: `shell${++unique}`,
    remotes,
    plugins: [fedseal({ report: (error) => told.push(error), ...options }) as never],
  });
}

async function failure(promise: Promise<unknown>): Promise<FedsealError> {
  const thrown = await promise.then(
    () => expect.unreachable("it did not fail"),
    (error: unknown) => error,
  );
  expect(isFedsealError(thrown), String(thrown)).toBe(true);
  return thrown as FedsealError;
}

const WORKS = { panel: "panel with react 19", details: "details" };
async function run(instance: ReturnType<typeof host>, name: string) {
  const loaded = await instance.loadRemote<{ default(): string; open(): Promise<string> }>(`${name}/Panel`);
  return { panel: loaded?.default(), details: await loaded?.open() };
}

describe("registering", () => {
  // First: every later instance in this process gets the plugin from the first that has it.
  test("an instance without the plugin is refused", async () => {
    const { url, name } = deploy();
    const instance = createInstance({ name: "bare", remotes: [] });
    const error = await failure(registerManifestRemote(name, url, { instance }));
    expect(error).toMatchObject({ code: "ERR_FEDSEAL_OPTIONS" });
    expect(error.message).toContain("@fedseal/runtime/plugin");
    expect(server.requests).toEqual([]);
  });

  test("the manifest that was checked is the one that is used, and is fetched once", async () => {
    const { url, name } = deploy();
    const instance = host();
    const all = await Promise.all(Array.from({ length: 50 }, () => registerManifestRemote(name, url, { instance })));
    expect(new Set(all).size).toBe(1);
    expect(all[0]).toMatchObject({ name, entry: url });
    // From now on, the server lies.
    server.tamper = (path) => (path.endsWith("mf-manifest.json") ? { body: "{}" } : undefined);
    expect(await run(instance, name)).toEqual(WORKS);
    expect(server.requests.filter((line) => line.endsWith("mf-manifest.json"))).toHaveLength(1);
    // Again, with nothing new: nothing happens to what is loaded.
    server.tamper = undefined;
    await registerManifestRemote(name, url, { instance });
    expect(await run(instance, name)).toEqual(WORKS);
  });

  test("what is not sealed is refused before anything is registered", async () => {
    const { url, name } = deploy((manifest) => delete manifest.integrity);
    const instance = host({ unsealed: "warn" });
    expect(await failure(registerManifestRemote(name, url, { instance }))).toMatchObject({
      code: "ERR_FEDSEAL_UNSEALED",
    });
    expect(instance.options.remotes).toEqual([]);
    await registerManifestRemote(name, url, { instance, unsealed: "allow" });
    expect(instance.options.remotes).toHaveLength(1);
  });

  test("refreshRemote keeps the policy of the first registration", async () => {
    const { url, name } = deploy();
    const instance = host();
    const seen: unknown[] = [];
    server.tamper = (_path, _body, _nth, { headers }) => void seen.push(headers.authorization);
    await registerManifestRemote(name, url, { instance, fetchInit: { headers: { Authorization: "Bearer a" } } });
    await refreshRemote(name);
    expect(seen).toEqual(["Bearer a", "Bearer a"]);
    expect(await failure(refreshRemote("nobody", { instance }))).toMatchObject({ code: "ERR_FEDSEAL_OPTIONS" });
  });
});

describe("what is thrown", () => {
  test("Module Federation's error has fedseal's as its cause", async () => {
    const { url, name } = deploy((manifest) => delete manifest.integrity);
    const instance = host({ unsealed: "block" }, [{ name, entry: url }]);
    const thrown = await instance.loadRemote(`${name}/Panel`).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(Error);
    expect((thrown as Error).cause ?? thrown).toMatchObject({ name: "FedsealError", code: "ERR_FEDSEAL_UNSEALED" });
    expect(told.map(({ code }) => code)).toEqual(["ERR_FEDSEAL_UNSEALED"]);
  });

  test("a chunk that failed is loaded by the next registration", async () => {
    const { url, name } = deploy();
    const instance = host({ unsealed: "block" }, [{ name, entry: url }]);
    server.tamper = (path, body) => (body && /details_js/.test(path) ? { body: evil(path, body) } : undefined);
    expect(await failure(run(instance, name))).toMatchObject({ code: "ERR_FEDSEAL_INTEGRITY_MISMATCH" });
    server.tamper = undefined;
    await refreshRemote(name, { instance });
    expect(await run(instance, name)).toEqual(WORKS);
    expect((globalThis as { __EVIL__?: number }).__EVIL__).toBeUndefined();
  });
});

describe("one remote and another", () => {
  test("a manifest does not choose its policy by its name", async () => {
    const { url, name } = deploy((manifest) => {
      delete manifest.integrity;
      manifest.id = manifest.name = manifest.metaData.name = "legacy";
    });
    for (const unsealed of [{ legacy: "allow" }, { legacy: "allow", "*": "block" }] as const) {
      const instance = host({ unsealed }, [{ name, entry: url }]);
      await expect(instance.loadRemote(`${name}/Panel`)).rejects.toThrow("ERR_FEDSEAL_UNSEALED");
    }
  });

  test("a manifest cannot change what is known of files that stand below another's", async () => {
    const victim = deploy();
    const liar = deploy((manifest) => {
      manifest.metaData.publicPath = `${server.origin}/${victim.name}/`;
      for (const file of Object.keys(manifest.integrity)) manifest.integrity[file] = `sha384-${"A".repeat(64)}`;
      for (const expose of manifest.exposes)
        expose.assets = { js: { sync: [], async: [] }, css: { sync: [], async: [] } };
      manifest.shared = [];
      manifest.metaData.remoteEntry = {
        ...manifest.metaData.remoteEntry,
        integrity: `sha384-${"A".repeat(64)}`,
        contentHash: undefined,
      };
    });
    // Whoever comes first.
    for (const order of [
      [victim, liar],
      [liar, victim],
    ]) {
      const instance = host(
        { unsealed: "block" },
        order.map(({ name, url }) => ({ name, entry: url })),
      );
      for (const { name } of order) {
        if (name === victim.name) expect(await run(instance, name)).toEqual(WORKS);
        else await expect(instance.loadRemote(`${name}/Panel`)).rejects.toThrow("ERR_FEDSEAL");
      }
      expect(await run(instance, victim.name)).toEqual(WORKS);
    }
  });
});

describe("the gate for manifests that others choose", () => {
  const own = () => ({ origins: [server.origin] });

  test("what passes is registered as it passed", async () => {
    const { url, name } = deploy();
    const { manifest, url: at } = await allowedManifest(url, own());
    const instance = host();
    server.tamper = (path) => (path.endsWith("mf-manifest.json") ? { status: 500 } : undefined);
    await registerManifestRemote(name, at, { manifest, instance });
    expect(await run(instance, name)).toEqual(WORKS);
  });

  test.each<[string, (url: string) => unknown, string]>([
    ["another origin", (url) => url.replace(server.origin, other.origin), "ERR_FEDSEAL_ORIGIN"],
    ["another name of the host", (url) => url.replace("127.0.0.1", "localhost"), "ERR_FEDSEAL_ORIGIN"],
    ["a user name", (url) => url.replace("http://", "http://127.0.0.1@"), "ERR_FEDSEAL_OPTIONS"],
    ["a file", () => "file:///etc/passwd", "ERR_FEDSEAL_OPTIONS"],
    ["data", () => "data:application/json,{}", "ERR_FEDSEAL_OPTIONS"],
    ["a path", () => "/mf-manifest.json", "ERR_FEDSEAL_OPTIONS"],
    ["a list", (url) => [url, "x"], "ERR_FEDSEAL_OPTIONS"],
    ["nothing", () => undefined, "ERR_FEDSEAL_OPTIONS"],
  ])("%s is refused, and not asked", async (_, change, code) => {
    const { url } = deploy();
    expect(await failure(allowedManifest(change(url), own()))).toMatchObject({ code });
    expect([...server.requests, ...other.requests]).toEqual([]);
  });

  test("a redirect to a foreign origin is refused, and not followed", async () => {
    const { url } = deploy();
    server.tamper = () => ({ status: 307, headers: { location: url.replace(server.origin, other.origin) } });
    expect(await failure(allowedManifest(url, own()))).toMatchObject({ code: "ERR_FEDSEAL_REDIRECT" });
    expect(other.requests).toEqual([]);
  });

  test.each<[string, (manifest: Manifest) => void, string]>([
    ["base", (manifest) => (manifest.metaData.publicPath = "https://evil.example/"), "ERR_FEDSEAL_ORIGIN"],
    [
      "base for servers",
      (manifest) => (manifest.metaData.ssrPublicPath = "https://evil.example/"),
      "ERR_FEDSEAL_ORIGIN",
    ],
    ["base without a scheme", (manifest) => (manifest.metaData.publicPath = "//evil.example/"), "ERR_FEDSEAL_ORIGIN"],
    [
      "remote",
      (manifest) => (manifest.remotes = [{ entry: "https://evil.example/mf-manifest.json" }]),
      "ERR_FEDSEAL_ORIGIN",
    ],
    [
      "base that is code",
      (manifest) => (manifest.metaData.getPublicPath = "return 'https://evil.example/'"),
      "ERR_FEDSEAL_UNSEALED",
    ],
  ])("a manifest with a foreign %s is refused", async (_, change, code) => {
    const { url } = deploy(change);
    expect(await failure(allowedManifest(url, own()))).toMatchObject({ code });
  });

  test("no list, no gate", async () => {
    const { url } = deploy();
    expect(await failure(allowedManifest(url, {} as never))).toMatchObject({ code: "ERR_FEDSEAL_OPTIONS" });
    expect(await failure(allowedManifest(url, { origins: [] }))).toMatchObject({ code: "ERR_FEDSEAL_ORIGIN" });
  });
});

describe("preloading", () => {
  const url = "https://cdn.example.com/shop/mf-manifest.json";

  test("links carry integrity and crossorigin", () => {
    const { manifest } = remote();
    const links = collectFederationManifestPreloadLinks(url, manifest, "./Panel");
    expect(links.map(({ rel, as, href }) => [rel, as, href.replace("https://cdn.example.com/shop/", "")])).toEqual([
      ["preload", "script", "remoteEntry.js"],
      ["preload", "script", "js/a.js"],
      ["preload", "script", "js/b.js"],
      ["preload", "style", "css/a.css"],
    ]);
    for (const link of links) {
      expect(link.crossorigin).toBe("anonymous");
      expect(link.integrity).toBe(manifest.integrity[link.href.replace("https://cdn.example.com/shop/", "")]);
    }
    manifest.metaData.remoteEntry.type = "module";
    // The URL that the plugin's import map loads it from; not `modulepreload`, after which Firefox takes no import map.
    const [entry, , , style] = collectFederationManifestPreloadLinks(url, manifest, "Panel");
    expect(entry).toMatchObject({ rel: "preload", as: "script" });
    expect(entry?.href).toMatch(/\/remoteEntry\.js\?fedseal=[\w%]{12,}$/);
    expect(style?.href).toMatch(/\/css\/a\.css$/);
  });

  test("lazy chunks if asked for, each file once, by route", () => {
    const { manifest } = remote();
    const { js, css } = manifest.exposes[0].assets;
    js.async = js.sync.splice(1);
    css.async = css.sync.splice(0);
    const count = (asyncChunkPolicy: "none" | "css" | "js" | "all") =>
      collectFederationManifestPreloadLinks(url, manifest, "./Panel", { asyncChunkPolicy }).length;
    expect([count("none"), count("css"), count("js"), count("all")]).toEqual([2, 3, 3, 4]);
    const plan = createFederationManifestPreloadPlan(url, manifest, { "/": "./Panel", "/product/:id": ["./Panel"] });
    expect(plan).toMatchObject({ remoteName: "shop", manifestUrl: url });
    expect(plan.routes.map(({ route, exposes, links }) => [route, exposes, links.length])).toEqual([
      ["/", ["./Panel"], 2],
      ["/product/:id", ["./Panel"], 2],
    ]);
    expect(plan.links).toHaveLength(2);
  });

  test("no link to what has no hash, unless asked for; no expose that does not exist", async () => {
    const { manifest } = remote();
    manifest.exposes[0].assets.js.sync[0] = "js/a.js";
    delete manifest.integrity;
    const collect = async (expose: string, options = {}) =>
      collectFederationManifestPreloadLinks(url, manifest, expose, options);
    expect(await failure(collect("./Panel"))).toMatchObject({ code: "ERR_FEDSEAL_METADATA_MISSING" });
    const links = await collect("./Panel", { requireIntegrity: false });
    expect(links.filter(({ integrity }) => integrity === undefined)).toHaveLength(1);
    const error = await failure(collect("./Panle"));
    expect(error).toMatchObject({ code: "ERR_FEDSEAL_OPTIONS" });
    expect(error.message).toContain("./Panel");
  });
});

test("every error code has its section in the reference, and every section its code", () => {
  const root = join(import.meta.dirname, "../..");
  const codes = readFileSync(join(root, "npm/runtime/src/errors.ts"), "utf8").match(/^ {2}ERR_FEDSEAL_\w+/gm);
  const sections = readFileSync(join(root, "docs/reference/errors.md"), "utf8").match(/^## ERR_FEDSEAL_\w+/gm);
  expect(sections?.map((line) => line.slice(3))).toEqual(codes?.map((line) => line.trim()).sort());
});
