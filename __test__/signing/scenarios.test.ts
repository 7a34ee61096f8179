import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ENGINES, launch } from "../tamper/browser.ts";
import type { Engine, EngineName } from "../tamper/engine.ts";
import { KEYS } from "./cells.ts";
import { PLAYS, type Scenario } from "./scenarios.ts";
import { Stage } from "./stage.ts";

/**
 * Signatures where more than one thing happens: caches, refreshes, rotation, several hosts, storage, other plugins. Each
 * scenario is one function that runs in a page of each engine and in a Node process, with a registry of its own.
 */

const stage = new Stage();
const engines = new Map<string, Engine>();
const engine = (name: EngineName) => engines.get(name) as Engine;
beforeAll(async () => {
  for (const name of ENGINES) engines.set(name, await launch(name));
  await stage.open();
});
afterAll(async () => {
  for (const one of engines.values()) await one.close();
  await stage.close();
});

describe.each([...ENGINES, "node"] as const)("%s", (place) => {
  test.each(PLAYS)("$name", async ({ scenario, first, expected, asked }) => {
    const outcome =
      place === "node" ? await stage.inNode(scenario, first) : await stage.inPage(engine(place), scenario, first);
    expect(outcome, JSON.stringify(outcome)).toMatchObject(expected);
    if (asked !== undefined) expect(stage.asked).toBe(asked);
  });
});

describe.each(ENGINES)("a worker in %s", (place) => {
  const ask: Scenario = async ({ fetchFederationManifest, checkSignatures, outcome }, { url, require }) =>
    outcome(fetchFederationManifest(url, { remote: "shop", signature: checkSignatures(require) }));

  test.each([
    ["good", "works"],
    ["next", "works"],
    ["evil", "SIGNATURE_MISMATCH"],
    ["stranger", "SIGNATURE_UNKNOWN_KEY"],
    ["unsigned", "SIGNATURE_MISSING"],
  ])("%s: %s", async (first, result) => {
    expect(await stage.inWorker(engine(place), ask, first)).toEqual({ result, told: [], evil: 0 });
  });

  test("remembers numbers, in memory only, which needs no words", async () => {
    const scenario: Scenario = async (
      { fetchFederationManifest, checkSignatures, serve, outcome },
      { url, require },
    ) => {
      const get = () =>
        outcome(fetchFederationManifest(url, { remote: "shop", signature: checkSignatures(require), cache: false }));
      const first = await get();
      await serve("older");
      return { first, older: await get(), storage: typeof (globalThis as { localStorage?: unknown }).localStorage };
    };
    expect(await stage.inWorker(engine(place), scenario)).toEqual({
      result: { first: "works", older: "SIGNATURE_ROLLBACK", storage: "undefined" },
      told: [],
      evil: 0,
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
    const visit = async (seq: unknown, kid = KEYS.shop.kid) =>
      stage.inPage(engine(place), scenario, "good", earlier(seq, kid));
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
    expect(await stage.inPage(engine(place), scenario)).toMatchObject({ result: "10" });
  });

  test.each([
    [
      "blocked",
      'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });',
    ],
    ["missing", 'Object.defineProperty(window, "localStorage", { value: null });'],
    ["full", 'Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); };'],
  ])("%s: signatures are checked all the same, which is said once", async (_, code) => {
    const { result } = (await stage.inPage(engine(place), twice, "good", `${listen}<script>${code}</script>`)) as {
      result: object;
    };
    expect(result).toEqual({ ...expected, warned: ["ERR_FEDSEAL_STORAGE"] });
  });

  test("there: nothing is said", async () => {
    expect(await stage.inPage(engine(place), twice, "good", listen)).toMatchObject({
      result: { ...expected, warned: [] },
    });
  });
});
