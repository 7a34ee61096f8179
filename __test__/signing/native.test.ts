import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ENGINES, launch } from "../tamper/browser.ts";
import type { Engine } from "../tamper/engine.ts";
import { KEYS, signed, type World } from "./cells.ts";
import { type Scenario, VARIANTS } from "./scenarios.ts";
import { headerCarrier, now, type SigningKey } from "./sign.ts";
import { Stage } from "./stage.ts";

/**
 * `native: true`: browsers that know signatures in `integrity` check the response's headers as well. It is an extra: what
 * they let through is verified all the same, and the manifest of a server that sends no such headers is lost to them.
 */

const stage = new Stage();
const engines = new Map<string, Engine>();
/** Engines that check themselves, found out by their own answer to a response that is signed wrongly. */
const knows = new Map<string, boolean>();

const carried = (key: SigningKey, change: (headers: Record<string, string>) => Record<string, string> = (it) => it) => {
  return (world: World) => ({
    manifest: { body: world.manifest, headers: change(headerCarrier(key, world.manifest)) },
    sidecar: signed(world, { seq: 10 }),
  });
};
VARIANTS.carried = carried(KEYS.shop);
VARIANTS["carried, by the next key"] = carried(KEYS.next);
VARIANTS["carried, by a stranger"] = carried(KEYS.stranger);
VARIANTS["carried, of other bytes"] = ({ manifest, resealed, ...world }) => ({
  manifest: { body: resealed, headers: headerCarrier(KEYS.shop, manifest) },
  sidecar: signed({ ...world, manifest, resealed }),
});
VARIANTS["carried, expired"] = ({ manifest, ...world }) => ({
  manifest: { body: manifest, headers: headerCarrier(KEYS.shop, manifest, now() - 60) },
  sidecar: signed({ ...world, manifest }),
});
VARIANTS["carried, sidecar of a stranger"] = (world) => ({
  ...carried(KEYS.shop)(world),
  sidecar: signed(world, {}, KEYS.stranger),
});

const native: Scenario = async ({ fetchFederationManifest, checkSignatures, outcome }, { url, shop, next }) => {
  const get = (more: object) => {
    const signature = checkSignatures({ shop: { policy: "require", keys: [shop, next], ...more } });
    return outcome(fetchFederationManifest(url, { remote: "shop", signature, cache: false }));
  };
  return { native: await get({ native: true }), usual: await get({}) };
};

beforeAll(async () => {
  for (const name of ENGINES) engines.set(name, await launch(name));
  await stage.open();
  for (const [name, engine] of engines) {
    const { result } = (await stage.inPage(engine, native, "carried, by a stranger")) as { result: { native: string } };
    knows.set(name, result.native !== "works");
  }
});
afterAll(async () => {
  for (const engine of engines.values()) await engine.close();
  await stage.close();
});

test("Chromium checks itself, and the other engines and Node do not yet", () => {
  expect([...knows].filter(([, does]) => does).map(([name]) => name)).toEqual(["chromium"]);
});

describe.each([...ENGINES, "node"] as const)("%s", (place) => {
  test.each([
    ["carried", "works", "works", "works"],
    ["carried, by the next key", "works", "works", "works"],
    ["carried, by a stranger", "FETCH", "works", "works"],
    ["good", "FETCH", "works", "works"],
    // Headers that are there and wrong stop every request, whoever asks.
    ["carried, expired", "FETCH", "FETCH", "works"],
    ["carried, of other bytes", "FETCH", "FETCH", "SIGNATURE_MISMATCH"],
    // Headers that are right decide nothing.
    ["carried, sidecar of a stranger", "SIGNATURE_UNKNOWN_KEY", "SIGNATURE_UNKNOWN_KEY", "SIGNATURE_UNKNOWN_KEY"],
  ])("%s: in a browser that checks %s, or without `native` %s; elsewhere %s", async (variant, checked, asked, own) => {
    const engine = engines.get(place);
    const outcome = engine ? stage.inPage(engine, native, variant) : stage.inNode(native, variant);
    const expected = knows.get(place) ? { native: checked, usual: asked } : { native: own, usual: own };
    expect(await outcome).toMatchObject({ result: expected });
  });
});
