import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rspack } from "@rspack/core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { folder } from "../bundlers/producers.ts";
import { buildRemote } from "../tamper/apps.ts";
import { ENGINES, launch } from "../tamper/browser.ts";
import type { Engine, EngineName } from "../tamper/engine.ts";
import { withTab } from "../tamper/page.ts";
import { FileServer } from "../tamper/server.ts";
import { KEYS, type Served, signed, tamperOf, type World, worldOf } from "./cells.ts";

/**
 * Signatures where more than one thing happens: caches, refreshes, rotation, several hosts, storage, other plugins. Each
 * scenario is one function that runs in a page of each engine and in a Node process, with a registry of its own.
 */

type Place = EngineName | "node";
const PLACES: Place[] = [...ENGINES, "node"];
const remotes = await new FileServer().start();
const hosts = await new FileServer().start();
const engines = new Map<Place, Engine>();
const worlds = {} as Record<"script" | "node", World>;

beforeAll(async () => {
  for (const name of ENGINES) engines.set(name, await launch(name));
  for (const kind of ["script", "node"] as const) {
    const out = folder();
    await buildRemote("rspack + enhanced", kind, { out });
    remotes.folders.set(kind, out).set(`${kind}-moved`, out);
    worlds[kind] = worldOf(out, { origin: remotes.origin, foreign: hosts.origin, path: `/${kind}` });
  }
  hosts.folders.set("lab", await page());
});
afterAll(async () => {
  for (const engine of engines.values()) await engine.close();
  for (const server of [remotes, hosts]) await server.stop();
});
beforeEach(() => {
  for (const server of [remotes, hosts]) server.reset();
});

async function page(): Promise<string> {
  const out = folder();
  await new Promise<void>((resolve, reject) => {
    rspack(
      {
        mode: "production",
        context: import.meta.dirname,
        entry: "./page.mjs",
        output: { path: out, filename: "page.js", uniqueName: "lab" },
        target: ["web", "es2022"],
      },
      (error, stats) => (error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString())) : resolve()),
    );
  });
  writeFileSync(join(out, "index.html"), '<!doctype html><title>lab</title><script src="page.js"></script>');
  return out;
}

/** What the server can be switched to. */
const VARIANTS: Record<string, (world: World) => Served> = {
  good: (world) => ({ sidecar: signed(world, { seq: 10 }) }),
  newer: (world) => ({ sidecar: signed(world, { seq: 20 }) }),
  older: (world) => ({ sidecar: signed(world, { seq: 9 }) }),
  next: (world) => ({ sidecar: signed(world, { seq: 1 }, KEYS.next) }),
  stranger: (world) => ({ sidecar: signed(world, {}, KEYS.stranger) }),
  unsigned: () => ({ sidecar: { status: 404 } }),
  evil: ({ resealed }) => ({ manifest: resealed, evil: true }),
  "evil, unsigned": ({ resealed }) => ({ manifest: resealed, evil: true, sidecar: { status: 404 } }),
  down: () => ({ manifest: { status: 500 } }),
};

/** What a scenario is told. */
interface Data {
  origin: string;
  /** Of the manifest. */
  url: string;
  /** Where the same is served, too. */
  moved: string;
  entry: string;
  type: string;
  require: object;
  shop: object;
  next: object;
  kid: string;
}

// biome-ignore lint/suspicious/noExplicitAny: lab.mjs, which has no types
type Scenario = (lab: any, data: Data) => Promise<unknown>;

async function play(place: Place, scenario: Scenario, first = "good", head = "") {
  const kind = place === "node" ? "node" : "script";
  const world = worlds[kind];
  let current = first;
  remotes.tamper = (path, ...rest) => {
    const [, variant] = /^\/switch\/(.*)$/.exec(path) ?? [];
    if (variant !== undefined) {
      current = variant;
      return { body: "" };
    }
    return tamperOf(world, (VARIANTS[current] as (world: World) => Served)(world))(path, ...rest);
  };
  if (head)
    hosts.tamper = (path, body) =>
      path.endsWith("/") ? { body: String(body).replace("<script", `${head}<script`) } : undefined;
  const base = `${world.origin}${world.path}`;
  const data: Data = {
    origin: world.origin,
    url: `${base}/mf-manifest.json`,
    moved: `${base}-moved/mf-manifest.json`,
    entry: `${base}/remoteEntry.js`,
    type: kind === "node" ? "commonjs-module" : "global",
    require: { shop: { policy: "require", keys: [KEYS.shop.jwk, KEYS.next.jwk] } },
    shop: KEYS.shop.jwk,
    next: KEYS.next.jwk,
    kid: KEYS.shop.kid,
  };
  if (place !== "node") {
    const run = `play(fedseal, ${scenario}, ${JSON.stringify(data)})`;
    return withTab(
      engines.get(place) as Engine,
      `${hosts.origin}/lab/`,
      (tab) => tab.evaluate(run),
      () => (current = first),
    );
  }
  return inNode(scenario, data);
}

async function inNode(scenario: Scenario, data: Data): Promise<unknown> {
  const lab = join(import.meta.dirname, "lab.mjs");
  return new Promise((resolve, reject) => {
    const args = ["--no-warnings", lab, JSON.stringify(String(scenario)), JSON.stringify(data)];
    execFile(process.execPath, args, (error, out, err) =>
      error ? reject(new Error(`${error}${err}`)) : resolve(JSON.parse(out)),
    );
  });
}

const asked = () => remotes.requests.filter((line) => line.includes("mf-manifest.json")).length;

describe.each(PLACES)("%s", (place) => {
  describe("caches", () => {
    test("what was fetched without a signature is not given to a caller who wants one", async () => {
      const scenario: Scenario = async (
        { fetchFederationManifest, checkSignatures, serve, outcome },
        { url, require },
      ) => {
        const remote = "shop";
        const signature = checkSignatures(require);
        // Somebody who does not care has the evil one in the cache.
        const poisoned = await outcome(fetchFederationManifest(url, { cacheTtl: 60_000 }));
        const wanted = await outcome(fetchFederationManifest(url, { cacheTtl: 60_000, signature, remote }));
        await serve("good");
        const good = await outcome(fetchFederationManifest(url, { cacheTtl: 60_000, signature, remote }));
        await serve("down");
        const cached = await outcome(fetchFederationManifest(url, { cacheTtl: 60_000, signature, remote }));
        // The same rules, made a second time, are the same.
        const again = await outcome(
          fetchFederationManifest(url, { cacheTtl: 60_000, signature: checkSignatures(require), remote }),
        );
        const other = await outcome(fetchFederationManifest(url, { cacheTtl: 60_000, signature, remote: "cart" }));
        return { poisoned, wanted, good, cached, again, other };
      };
      expect(await play(place, scenario, "evil")).toMatchObject({
        result: {
          poisoned: "works",
          wanted: "SIGNATURE_MISMATCH",
          good: "works",
          cached: "works",
          again: "works",
          other: "FETCH",
        },
      });
    });

    test("what has expired, or is below a floor by now, is not given from a cache", async () => {
      const scenario: Scenario = async (
        { fetchFederationManifest, checkSignatures, serve, outcome },
        { url, require },
      ) => {
        const options = { cacheTtl: 1e9, staleIfError: 1e12, remote: "shop", signature: checkSignatures(require) };
        const get = (more: object = {}) => outcome(fetchFederationManifest(url, { ...options, ...more }));
        const first = await get();
        await serve("newer");
        // Another caller, whose cache is another one.
        const newer = await get({ maxBytes: 1_000_000 });
        await serve("good");
        const below = await get();
        await serve("down");
        const real = Date.now;
        const fresh = await get({ maxBytes: 1_000_000 });
        Date.now = () => real() + 40 * 86_400_000;
        const late = await get({ maxBytes: 1_000_000 });
        return { first, newer, below, fresh, late };
      };
      expect(await play(place, scenario)).toMatchObject({
        result: { first: "works", newer: "works", below: "SIGNATURE_ROLLBACK", fresh: "works", late: "FETCH" },
      });
    });

    test("a manifest that was let in by another host is refused by one that wants a signature", async () => {
      const scenario: Scenario = async ({ host, load, checkSignatures }, { url, require }) => {
        const remotes = [{ name: "shop", entry: url }];
        const lax = await load(host({ unsealed: "allow" }, { remotes }));
        const strict = await load(host({ signature: checkSignatures(require) }, { remotes }));
        return { lax, strict };
      };
      const { result } = (await play(place, scenario)) as { result: object };
      expect(result).toEqual({ lax: "works", strict: "SIGNATURE_MISSING" });
    });

    test("two hosts with the same rules share it, and the second one asks for nothing", async () => {
      const scenario: Scenario = async ({ host, load, checkSignatures }, { url, require }) => {
        const remotes = [{ name: "shop", entry: url }];
        const one = await load(host({ signature: checkSignatures(require) }, { remotes }));
        const two = await load(host({ signature: checkSignatures(require) }, { remotes }));
        return { one, two };
      };
      expect(await play(place, scenario)).toEqual({ result: { one: "works", two: "works" }, told: [], evil: 0 });
      expect(asked()).toBe(2);
    });

    test("a later host without signatures is held to those of the first", async () => {
      const scenario: Scenario = async ({ host, load, checkSignatures }, { url, require }) => {
        host({ signature: checkSignatures(require) });
        return load(host({ unsealed: "allow" }, { remotes: [{ name: "shop", entry: url }] }));
      };
      expect(await play(place, scenario, "evil, unsigned")).toEqual({
        result: "SIGNATURE_MISSING",
        told: ["refused SIGNATURE_MISSING"],
        evil: 0,
      });
      expect(await play(place, scenario)).toEqual({ result: "works", told: [], evil: 0 });
    });
  });

  describe("registering", () => {
    test("fetches manifest and signature once, and uses that very manifest", async () => {
      const scenario: Scenario = async (
        { host, load, registerManifestRemote, checkSignatures, serve },
        { url, require },
      ) => {
        const instance = host({ signature: checkSignatures(require) });
        await Promise.all(Array.from({ length: 20 }, () => registerManifestRemote("shop", url, { instance })));
        await serve("evil");
        // Its files are the ones of the manifest that was verified: the evil entry is none of them.
        const evil = await load(instance);
        await serve("good");
        return { evil, good: await load(instance) };
      };
      const { result, evil } = (await play(place, scenario)) as {
        result: { evil: string; good: string };
        evil: number;
      };
      expect(result.evil).not.toBe("works");
      expect(evil).toBe(0);
      expect(asked()).toBe(2);
    });

    test("refuses what the plugin, or the call, wants signed", async () => {
      const scenario: Scenario = async (
        { host, registerManifestRemote, checkSignatures, outcome },
        { url, require },
      ) => {
        const signature = checkSignatures(require);
        const off = host({ unsealed: "block" });
        const call = await outcome(registerManifestRemote("shop", url, { instance: off, signature }));
        const plain = await outcome(registerManifestRemote("shop", url, { instance: off }));
        // It was registered by somebody who did not want a signature. That does not hold for whoever does.
        const later = await outcome(registerManifestRemote("shop", url, { instance: off, signature }));
        return { call, plain, later };
      };
      expect(await play(place, scenario, "unsigned")).toMatchObject({
        result: { call: "SIGNATURE_MISSING", plain: "works", later: "SIGNATURE_MISSING" },
      });
    });

    test("what was loaded without a signature is loaded again by who wants one", async () => {
      const scenario: Scenario = async (
        { host, load, registerManifestRemote, checkSignatures, serve, outcome },
        { url, require },
      ) => {
        const instance = host({ unsealed: "block" });
        const signature = checkSignatures(require);
        await registerManifestRemote("shop", url, { instance });
        const before = await load(instance);
        await serve("good");
        const registered = await outcome(registerManifestRemote("shop", url, { instance, signature }));
        (globalThis as { __EVIL__?: number }).__EVIL__ = 0;
        return { before, registered, after: await load(instance) };
      };
      const outcome = await play(place, scenario, "evil, unsigned");
      expect(outcome).toMatchObject({ result: { before: "works", registered: "works", after: "works" }, evil: 0 });
    });

    test("a manifest that is handed over was fetched with the same signature, from the same address", async () => {
      const scenario: Scenario = async (
        { host, fetchFederationManifest, registerManifestRemote, checkSignatures, outcome },
        { url, moved, require },
      ) => {
        const signature = checkSignatures(require);
        const instance = host({ signature });
        const checked = await fetchFederationManifest(url, { signature, remote: "shop" });
        const unchecked = await fetchFederationManifest(url);
        const register = (at: string, manifest: object) =>
          outcome(registerManifestRemote("shop", at, { instance, manifest }));
        return {
          unchecked: await register(url, unchecked),
          copied: await register(url, JSON.parse(JSON.stringify(checked))),
          moved: await register(moved, checked),
          checked: await register(url, checked),
        };
      };
      const missing = "SIGNATURE_MISSING";
      expect(await play(place, scenario)).toMatchObject({
        result: { unchecked: missing, copied: missing, moved: missing, checked: "works" },
      });
    });

    test("without the remote's name there is nothing to compare a signature with", async () => {
      const scenario: Scenario = ({ fetchFederationManifest, checkSignatures, outcome }, { url, require }) =>
        outcome(fetchFederationManifest(url, { signature: checkSignatures(require) }));
      expect(await play(place, scenario)).toMatchObject({ result: "OPTIONS" });
      expect(remotes.requests).toEqual([]);
    });
  });

  describe("refreshing", () => {
    test("a key that is rotated in the middle of a session, and one that nobody pinned", async () => {
      const scenario: Scenario = async (
        { host, load, refreshRemote, checkSignatures, serve, outcome },
        { url, require },
      ) => {
        const instance = host({ signature: checkSignatures(require) }, { remotes: [{ name: "shop", entry: url }] });
        const old = await load(instance);
        await serve("next");
        // Its number is lower: the floor is that of the key.
        const rotated = [await outcome(refreshRemote("shop", { instance })), await load(instance)];
        await serve("stranger");
        const stolen = [await outcome(refreshRemote("shop", { instance })), await load(instance)];
        return { old, rotated, stolen };
      };
      expect(await play(place, scenario)).toMatchObject({
        result: { old: "works", rotated: ["works", "works"], stolen: ["SIGNATURE_UNKNOWN_KEY", "works"] },
      });
    });

    test("an older release than the one that was there", async () => {
      const scenario: Scenario = async (
        { host, load, refreshRemote, checkSignatures, serve, outcome },
        { url, require },
      ) => {
        const instance = host({ signature: checkSignatures(require) }, { remotes: [{ name: "shop", entry: url }] });
        const good = await load(instance);
        const next = async (variant: string) => {
          await serve(variant);
          return outcome(refreshRemote("shop", { instance }));
        };
        return {
          good,
          newer: await next("newer"),
          same: await next("newer"),
          back: await next("good"),
          older: await next("older"),
        };
      };
      const ROLLBACK = "SIGNATURE_ROLLBACK";
      expect(await play(place, scenario)).toMatchObject({
        result: { good: "works", newer: "works", same: "works", back: ROLLBACK, older: ROLLBACK },
      });
    });

    test("the host's floor counts in place of what was seen", async () => {
      const scenario: Scenario = async (
        { fetchFederationManifest, checkSignatures, serve, outcome },
        { url, shop, kid },
      ) => {
        const get = (floor?: number) => {
          const options = { policy: "require", keys: [shop], ...(floor !== undefined && { floors: { [kid]: floor } }) };
          return outcome(
            fetchFederationManifest(url, { remote: "shop", signature: checkSignatures({ shop: options }) }),
          );
        };
        await serve("newer");
        const newer = await get();
        await serve("good");
        return { newer, seen: await get(), below: await get(11), on: await get(10), above: await get(0) };
      };
      expect(await play(place, scenario)).toMatchObject({
        result: {
          newer: "works",
          seen: "SIGNATURE_ROLLBACK",
          below: "SIGNATURE_ROLLBACK",
          on: "works",
          above: "works",
        },
      });
    });
  });

  describe("other ways to a manifest", () => {
    test("one that errorLoadRemote gives has no signature, and lets nothing in", async () => {
      const scenario: Scenario = async ({ host, load, checkSignatures }, { url, require }) => {
        const manifest = await fetch(url.replace("mf-manifest.json", "mf-manifest.json?copy")).then((answer) =>
          answer.json(),
        );
        await fetch(`${new URL(url).origin}/switch/down`);
        const errorLoadRemote = ({ lifecycle }: { lifecycle: string }) =>
          lifecycle === "afterResolve" ? manifest : undefined;
        const plugins = [{ name: "other", errorLoadRemote }];
        const remotes = [{ name: "shop", entry: url }];
        return load(host({ signature: checkSignatures(require) }, { remotes, plugins }));
      };
      const outcome = (await play(place, scenario, "evil")) as { result: string };
      expect(outcome).toMatchObject({ evil: 0 });
      expect(outcome.result).not.toBe("works");
    });

    test("one that another plugin fetched is verified, too", async () => {
      const scenario: Scenario = async ({ host, load, checkSignatures }, { url, require }) => {
        const plugins = [
          { name: "other", fetch: (at: string) => fetch(at, { headers: { accept: "application/json" } }) },
        ];
        return load(
          host({ signature: checkSignatures(require) }, { remotes: [{ name: "shop", entry: url }], plugins }),
        );
      };
      expect(await play(place, scenario, "evil")).toMatchObject({ result: "SIGNATURE_MISMATCH", evil: 0 });
      expect(await play(place, scenario)).toMatchObject({ result: "works", told: [] });
    });

    test("a remote that is named by its entry needs the manifest beside it, whatever happens to what is not sealed", async () => {
      const scenario: Scenario = async ({ host, load, checkSignatures }, { entry, type, require }) =>
        load(
          host(
            { unsealed: "allow", signature: checkSignatures(require) },
            { remotes: [{ name: "shop", entry, type }] },
          ),
        );
      expect(await play(place, scenario, "down")).toMatchObject({ result: "FETCH", evil: 0 });
      expect(await play(place, scenario, "evil, unsigned")).toMatchObject({ result: "SIGNATURE_MISSING", evil: 0 });
      expect(await play(place, scenario)).toMatchObject({ result: "works", told: [] });
    });
  });

  describe("policies", () => {
    test.each([
      [
        "when-present, without one",
        "when-present",
        "unsigned",
        { result: "works", told: ["warned SIGNATURE_MISSING"] },
      ],
      ["when-present, with one", "when-present", "good", { result: "works", told: [] }],
      [
        "when-present, with a wrong one",
        "when-present",
        "stranger",
        { result: "SIGNATURE_UNKNOWN_KEY", told: ["refused SIGNATURE_UNKNOWN_KEY"] },
      ],
      ["require, without one", "require", "unsigned", { result: "SIGNATURE_MISSING" }],
      ["off, with a wrong one", "off", "stranger", { result: "works", told: [] }],
    ])("%s", async (_, policy, variant, expected) => {
      const scenario = `async ({ host, load, checkSignatures }, { url, shop }) => {
        const signature = checkSignatures({ shop: { policy: ${JSON.stringify(policy)}, keys: [shop] } });
        return load(host({ signature }, { remotes: [{ name: "shop", entry: url }] }));
      }` as unknown as Scenario;
      expect(await play(place, scenario, variant)).toMatchObject({ ...expected, evil: 0 });
      expect(asked()).toBe(policy === "off" ? 1 : 2);
    });

    test("a remote that is not named has no key; `*` says what happens to others", async () => {
      const scenario: Scenario = async ({ host, load, checkSignatures }, { url, shop }) => {
        const cart = { policy: "require", keys: [shop] };
        const remotes = [{ name: "shop", entry: url }];
        return load(host({ signature: checkSignatures({ cart }) }, { remotes }));
      };
      expect(await play(place, scenario)).toMatchObject({ result: "SIGNATURE_UNKNOWN_KEY" });
      const others: Scenario = async ({ host, load, checkSignatures }, { url, shop }) => {
        const cart = { policy: "require", keys: [shop] };
        const signature = checkSignatures({ cart, "*": { policy: "off" } });
        return load(host({ signature }, { remotes: [{ name: "shop", entry: url }] }));
      };
      expect(await play(place, others, "unsigned")).toMatchObject({ result: "works", told: [] });
    });

    test("an origin that the host does not allow for the remote", async () => {
      const scenario: Scenario = async (
        { fetchFederationManifest, checkSignatures, outcome },
        { url, origin, shop },
      ) => {
        const get = (origins: string[]) => {
          const signature = checkSignatures({ shop: { policy: "require", keys: [shop], origins } });
          return outcome(fetchFederationManifest(url, { remote: "shop", signature }));
        };
        return [await get(["https://cdn.example.com"]), await get([origin])];
      };
      expect(await play(place, scenario)).toMatchObject({ result: ["SIGNATURE_WRONG_ORIGIN", "works"] });
    });

    test("a clock that is wrong by a day", async () => {
      const scenario: Scenario = async ({ fetchFederationManifest, checkSignatures, outcome }, { url, shop }) => {
        const real = Date.now;
        const get = async (days: number, clockSkew = 300_000) => {
          Date.now = () => real() + days * 86_400_000;
          const signature = checkSignatures({ shop: { policy: "require", keys: [shop], clockSkew } });
          const said = await outcome(fetchFederationManifest(url, { remote: "shop", signature, cache: false }));
          Date.now = real;
          return said;
        };
        return [await get(-1), await get(-1, 86_400_000), await get(31), await get(31, 2 * 86_400_000), await get(0)];
      };
      expect(await play(place, scenario)).toMatchObject({
        result: ["SIGNATURE_NOT_YET", "works", "SIGNATURE_EXPIRED", "works", "works"],
      });
    });
  });
});

describe.each(ENGINES)("storage in %s", (place) => {
  const twice: Scenario = async ({ fetchFederationManifest, checkSignatures, serve, outcome }, { url, require }) => {
    const get = () =>
      outcome(fetchFederationManifest(url, { remote: "shop", signature: checkSignatures(require), cache: false }));
    const good = await get();
    await serve("newer");
    const newer = await get();
    await serve("good");
    return { good, newer, back: await get(), warned: (globalThis as { warned?: string[] }).warned };
  };
  const listen = '<script>warned = []; addEventListener("fedseal", ({ detail }) => warned.push(detail.code));</script>';
  const expected = { good: "works", newer: "works", back: "SIGNATURE_ROLLBACK" };

  test("what an earlier visit has let in counts", async () => {
    const scenario: Scenario = async ({ fetchFederationManifest, checkSignatures, outcome }, { url, require }) =>
      outcome(fetchFederationManifest(url, { remote: "shop", signature: checkSignatures(require) }));
    const earlier = (seq: unknown, kid: string) =>
      `<script>localStorage.setItem(${JSON.stringify(`fedseal ${JSON.stringify(["shop", kid])}`)}, ${JSON.stringify(String(seq))});</script>`;
    const visit = async (seq: unknown, kid = KEYS.shop.kid) => play(place, scenario, "good", earlier(seq, kid));
    expect(await visit(11)).toMatchObject({ result: "SIGNATURE_ROLLBACK" });
    expect(await visit(10)).toMatchObject({ result: "works" });
    // That of another key, and what is no number.
    expect(await visit(11, KEYS.next.kid)).toMatchObject({ result: "works" });
    expect(await visit("many")).toMatchObject({ result: "works" });
  });

  test("is written", async () => {
    const scenario: Scenario = async ({ fetchFederationManifest, checkSignatures }, { url, require, kid }) => {
      await fetchFederationManifest(url, { remote: "shop", signature: checkSignatures(require) });
      return localStorage.getItem(`fedseal ${JSON.stringify(["shop", kid])}`);
    };
    expect(await play(place, scenario)).toMatchObject({ result: "10" });
  });

  test.each([
    [
      "blocked",
      'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });',
    ],
    ["missing", 'Object.defineProperty(window, "localStorage", { value: null });'],
    ["full", 'Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); };'],
  ])("%s: signatures are checked all the same, which is said once", async (_, code) => {
    const { result } = (await play(place, twice, "good", `${listen}<script>${code}</script>`)) as { result: object };
    expect(result).toEqual({ ...expected, warned: ["ERR_FEDSEAL_STORAGE"] });
  });

  test("there: nothing is said", async () => {
    expect(await play(place, twice, "good", listen)).toMatchObject({ result: { ...expected, warned: [] } });
  });
});
