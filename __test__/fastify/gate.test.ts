import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  type Canary,
  type CanaryVerdict,
  fileStore,
  type JudgedLoads,
  judge,
  judgeCanary,
  promote,
  type RolloutState,
  type RolloutStore,
  redisStore,
  stop,
  type WatchSources,
  watchCanaries,
  widen,
} from "@fedseal/fastify";
import { afterEach, describe, expect, test } from "vitest";
import { RedisServer } from "./redis.ts";

/** Who moves a canary: people by commands, and the gate, which stops and does nothing else. */

const MANIFEST = (release: string) => `https://cdn.example.com/shop/${release}/mf-manifest.json`;
const STABLE = { release: "1.0.0", manifest: MANIFEST("1.0.0") };
const NEXT = { release: "1.1.0", manifest: MANIFEST("1.1.0") };
const ORDER = { who: "alice", why: "looks fine" };

function state(canary?: Partial<Canary>): RolloutState {
  return {
    seq: 7,
    remotes: { shop: { stable: STABLE, ...(canary && { canary: { ...NEXT, percent: 10, ...canary } }) } },
  };
}

function storeOf(value: RolloutState): RolloutStore & { audit(): Record<string, unknown>[] } {
  const path = join(mkdtempSync(join(tmpdir(), "fedseal-gate-")), "rollouts.json");
  writeFileSync(path, JSON.stringify(value));
  const audit = () =>
    readFileSync(`${path}.audit`, { encoding: "utf8", flag: "a+" })
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return { ...fileStore(path), audit };
}

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A verdict of the canary, of figures. */
function verdict(wanted: "good" | "bad" | "open", more: Partial<CanaryVerdict> = {}): CanaryVerdict {
  const loads = { good: 1_000, bad: 1_000, open: 10 }[wanted];
  const made = judge({ loads, errors: wanted === "bad" ? 500 : 0 }, { loads: 1_000, errors: 0 });
  expect(made.verdict).toBe(wanted);
  return { remote: "shop", release: "1.1.0", ...made, ...more };
}

describe("commands", () => {
  test("promoting makes the canary stable, and nothing of its share stays", async () => {
    const store = storeOf(state({ allow: ["org_1"], deny: ["org_2"], percent: 50 }));
    await promote(store, "shop", { ...ORDER, verdict: verdict("good") });
    expect(await store.read()).toEqual({ seq: 8, remotes: { shop: { stable: NEXT } } });
    expect(store.audit()).toMatchObject([{ seq: 8, ...ORDER }]);
  });

  test.each<[string, Partial<Canary>, CanaryVerdict | undefined, string]>([
    ["without a verdict", {}, undefined, "There is no verdict of shop 1.1.0"],
    ["of a bad one", {}, verdict("bad"), "The verdict is bad: 500 of 1000 loads failed"],
    ["of an open one", {}, verdict("open"), "The verdict is open"],
    ["of another release", {}, verdict("good", { release: "1.0.9" }), "There is no verdict of shop 1.1.0"],
    ["of another remote", {}, verdict("good", { remote: "cart" }), "There is no verdict of shop 1.1.0"],
    ["of one that is stopped", { stopped: true }, verdict("good"), "The canary of shop is stopped"],
  ])("promoting %s: only by force", async (_, canary, judged, words) => {
    const store = storeOf(state(canary));
    await expect(promote(store, "shop", { ...ORDER, ...(judged && { verdict: judged }) })).rejects.toMatchObject({
      code: "ERR_FEDSEAL_ROLLOUT",
      statusCode: 409,
      message: expect.stringContaining(words),
    });
    expect(store.audit()).toEqual([]);
    await promote(store, "shop", { who: "alice", why: "we know better", force: true });
    expect((await store.read()).remotes.shop).toEqual({ stable: NEXT });
    expect(store.audit()).toMatchObject([{ why: "we know better" }]);
  });

  test("a share grows, and is taken away by stopping alone", async () => {
    const store = storeOf(state({}));
    await widen(store, "shop", 25, ORDER);
    for (const percent of [24, 0]) {
      await expect(widen(store, "shop", percent, ORDER)).rejects.toThrow("a canary is stopped, and never narrowed");
    }
    for (const percent of [101, -1, Number.NaN, "60", null]) {
      const refusal = { code: "ERR_FEDSEAL_ROLLOUT", statusCode: 400, message: expect.stringMatching("from 0 to 100") };
      await expect(widen(store, "shop", percent as number, ORDER)).rejects.toMatchObject(refusal);
    }
    await stop(store, "shop", ORDER);
    await stop(store, "shop", ORDER);
    await expect(widen(store, "shop", 50, ORDER)).rejects.toThrow("`start` starts it");
    await expect(widen(store, "shop", 50, { ...ORDER, start: "x" as never })).rejects.toThrow("`start` starts it");
    for (const force of [1, "false", "true", {}]) {
      await expect(promote(store, "shop", { ...ORDER, force: force as never })).rejects.toThrow("There is no verdict");
    }
    expect((await store.read()).remotes.shop?.canary).toMatchObject({ percent: 25, stopped: true });
    await widen(store, "shop", 25, { ...ORDER, start: true });
    expect((await store.read()).remotes.shop?.canary).toEqual({ ...NEXT, percent: 25 });
    expect(store.audit().map(({ seq }) => seq)).toEqual([8, 9, 10]);
  });

  test("stopping a release that is no more the canary stops none", async () => {
    const store = storeOf(state({}));
    await expect(stop(store, "shop", { ...ORDER, release: "1.0.9" })).rejects.toThrow("is 1.1.0, and not 1.0.9");
    expect((await store.read()).remotes.shop?.canary).not.toHaveProperty("stopped");
  });

  test.each([
    ["cart", ORDER, 404],
    ["constructor", ORDER, 404],
    ["__proto__", ORDER, 404],
    ["shop", { who: "", why: "x" }, 400],
    ["shop", { who: "x", why: " " }, 400],
    ["shop", { who: "x", why: 5 } as never, 400],
    ["shop", { why: "x" } as never, 400],
  ])("%s by %j: %d", async (remote, order, statusCode) => {
    const store = storeOf(state({}));
    const expected = { code: "ERR_FEDSEAL_ROLLOUT", statusCode };
    await expect(stop(store, remote, order)).rejects.toMatchObject(expected);
    await expect(widen(store, remote, 50, order)).rejects.toMatchObject(expected);
    await expect(promote(store, remote, { ...order, force: true })).rejects.toMatchObject(expected);
  });

  test("a remote without a canary", async () => {
    await expect(stop(storeOf(state()), "shop", ORDER)).rejects.toThrow("shop has no canary");
  });
});

const loadsOf = (loads: number, errors: number, more: Partial<JudgedLoads> = {}): JudgedLoads => ({
  loads,
  errors,
  people: loads,
  failing: errors,
  most: Math.min(errors, 1),
  ...more,
});

describe("a verdict of people", () => {
  test.each<[string, JudgedLoads, JudgedLoads, string]>([
    ["many people", loadsOf(200, 20), loadsOf(2_000, 10), "bad"],
    ["one person", loadsOf(200, 20, { failing: 1, most: 20 }), loadsOf(2_000, 10), "open"],
    ["two people", loadsOf(200, 20, { failing: 2, most: 10 }), loadsOf(2_000, 10), "open"],
    ["one person, and what always fails", loadsOf(200, 22, { failing: 3, most: 20 }), loadsOf(2_000, 10), "open"],
    ["one person, and enough others", loadsOf(200, 50, { failing: 31, most: 20 }), loadsOf(2_000, 10), "bad"],
    // Failures of what is stable, all of one person, hide no bad canary, and make none a good one.
    ["many people, beside one", loadsOf(400, 45), loadsOf(420, 21, { failing: 2, most: 20 }), "bad"],
    ["some people, beside one", loadsOf(1_000, 30), loadsOf(400, 20, { failing: 1, most: 20 }), "open"],
    ["a good one of two people", loadsOf(2_000, 0, { people: 2 }), loadsOf(2_000, 0), "open"],
    ["a good one", loadsOf(2_000, 0), loadsOf(2_000, 0), "good"],
    // 95 % sure is not sure enough to stop what is looked at every few seconds.
    ["a small difference", loadsOf(300, 9), loadsOf(2_000, 10), "open"],
  ])("%s", (_, canary, stable, expected) => {
    expect(judgeCanary(canary, stable).verdict).toBe(expected);
  });

  test("no failures of one person, however many count, and whatever the others have, stop what is good", () => {
    for (const loads of [30, 100, 1_000, 10_000]) {
      for (const forged of [1, 20, 40]) {
        const errors = Math.round(loads * 0.005) + forged;
        const canary = loadsOf(loads + forged, errors, { failing: errors - forged + 1, most: forged });
        expect(judgeCanary(canary, loadsOf(20_000, 100)).verdict, `${forged} of ${loads}`).not.toBe("bad");
      }
    }
  });
});

const sourcesOf = (store: RolloutStore, canary: JudgedLoads, stable: JudgedLoads) => {
  const logged: string[] = [];
  const log = (_: unknown, message?: string) => void logged.push(String(message));
  const sources: WatchSources = {
    store,
    loads: async ({ channel }) => (channel === "canary" ? canary : stable),
    log: { error: log, warn: log },
  };
  return { sources, logged };
};

describe("the watch", () => {
  const BAD = loadsOf(200, 20);
  const FINE = loadsOf(2_000, 10);

  test("stops a bad canary, says why, once, and leaves it so", async () => {
    const store = storeOf(state({ allow: ["org_1"] }));
    const watch = watchCanaries(sourcesOf(store, BAD, FINE).sources, { every: 3_600_000 });
    ends.push(() => watch.close());
    for (let round = 0; round < 3; round++) {
      expect(await watch.look()).toMatchObject([{ remote: "shop", release: "1.1.0", verdict: "bad" }]);
    }
    expect((await store.read()).remotes.shop?.canary).toEqual({
      ...NEXT,
      percent: 10,
      allow: ["org_1"],
      stopped: true,
    });
    expect(store.audit()).toMatchObject([
      {
        who: "gate",
        why: "shop 1.1.0 beside 1.0.0: 20 of 200 loads failed of the canary, 10 of 2000 loads failed of what is stable",
      },
    ]);
  });

  test("by itself, in time, and not after it was closed", async () => {
    const store = storeOf(state({}));
    const { sources } = sourcesOf(store, BAD, FINE);
    const watch = watchCanaries(sources, { every: 100 });
    for (let round = 0; round < 100 && store.audit().length === 0; round++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(store.audit()).toHaveLength(1);
    await watch.close();
    await widen(store, "shop", 10, { ...ORDER, start: true });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await store.read()).remotes.shop?.canary).not.toHaveProperty("stopped");
  });

  test("does not promote a good one, nor start one that is stopped", async () => {
    for (const canary of [{}, { stopped: true }]) {
      const store = storeOf(state(canary));
      const watch = watchCanaries(sourcesOf(store, loadsOf(5_000, 0), FINE).sources);
      ends.push(() => watch.close());
      expect(await watch.look()).toMatchObject([{ verdict: "good" }]);
      expect(await store.read()).toEqual(state(canary));
    }
  });

  test("a verdict that comes too late stops no other release", async () => {
    const store = storeOf(state({}));
    const { sources } = sourcesOf(store, BAD, FINE);
    const late: WatchSources = {
      ...sources,
      loads: async (of) => {
        if (of.channel === "stable") {
          const shop = { stable: STABLE, canary: { release: "1.2.0", manifest: MANIFEST("1.2.0"), percent: 1 } };
          await store.change({ ...ORDER, to: (before) => ({ ...before, remotes: { shop } }) });
        }
        return sources.loads(of);
      },
    };
    const watch = watchCanaries(late);
    ends.push(() => watch.close());
    await watch.look();
    expect((await store.read()).remotes.shop?.canary).toMatchObject({ release: "1.2.0", percent: 1 });
    expect(store.audit()).toHaveLength(1);
  });

  test("what fails is logged, and another remote is judged all the same", async () => {
    const remotes = { a: state({}).remotes.shop, shop: state({}).remotes.shop } as RolloutState["remotes"];
    const store = storeOf({ seq: 1, remotes });
    const { sources, logged } = sourcesOf(store, BAD, FINE);
    const loads: WatchSources["loads"] = async (of) => {
      if (of.remote === "a") throw new Error("down");
      return sources.loads(of);
    };
    const watch = watchCanaries({ ...sources, loads }, { every: 100 });
    ends.push(() => watch.close());
    for (let round = 0; round < 100 && logged.length < 3; round++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(logged).toContain("canaries cannot be judged now");
    expect((await store.read()).remotes.shop?.canary?.stopped).toBe(true);
    await expect(watch.look()).rejects.toThrow("down");
  });

  test.skipIf(process.env.FEDSEAL_REDIS === "none")(
    "pods and processes that see it at once make one change",
    async () => {
      const server = await RedisServer.start();
      ends.push(() => server.kill());
      const stores = Array.from({ length: 4 }, () => redisStore({ redis: server.url, fresh: 0 }));
      for (const store of stores) ends.push(() => store.close());
      await stores[0]?.create(state({}), ORDER);
      const script = join(import.meta.dirname, "watch.mjs");
      const others = Array.from({ length: 3 }, () => promisify(execFile)(process.execPath, [script, server.url]));
      const watches = stores.map((store) => watchCanaries(sourcesOf(store, BAD, FINE).sources));
      for (const watch of watches) ends.push(() => watch.close());
      await Promise.all([...watches.map((watch) => watch.look()), ...others]);
      const lines = (await stores[1]?.audit()) ?? [];
      expect(lines.map(({ who, seq }) => [who, seq])).toEqual([
        ["gate", 8],
        ["alice", 7],
      ]);
    },
  );

  test.each([
    [{ every: 10 }, "`every`"],
    [{ every: 1e9 }, "`every`"],
    [{ rules: { confidence: 1 } }, "`confidence`"],
    [{ rules: { stopConfidence: 0 } }, "`stopConfidence`"],
    [{ rules: { minimum: -1 } }, "`minimum`"],
    [{ rules: { people: "3" } as never }, "`people`"],
    [{ rules: { minimun: 5 } as never }, "`minimun` is no option; there are minimum,"],
    [{ rules: { people: 0 } }, "`people`"],
  ])("%j is an error", (options, words) => {
    expect(() => watchCanaries(sourcesOf(storeOf(state({})), BAD, FINE).sources, options)).toThrow(words);
  });
});

describe("seeded runs", () => {
  /** mulberry32: a run is the same one every time. */
  function random(seed: number): () => number {
    let a = Math.imul(seed, 0x9e3779b9);
    return () => {
      a = (a + 0x6d2b79f5) | 0;
      let t = Math.imul(a ^ (a >>> 15), 1 | a);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    };
  }

  /** Loads of 2,200 people, one in ten with the canary; a look after every 20. */
  function run(seed: number, failing: { canary: number; stable: number }) {
    const draw = random(seed);
    const sides = { canary: loadsOf(0, 0), stable: loadsOf(0, 0) };
    const people = { canary: new Map<number, [number, number]>(), stable: new Map<number, [number, number]>() };
    for (let load = 1; load <= 10_000; load++) {
      const channel = draw() < 0.1 ? "canary" : "stable";
      const person = Math.floor(draw() * (channel === "canary" ? 200 : 2_000));
      const isError = draw() < failing[channel];
      const side = sides[channel];
      const [loads, errors] = people[channel].get(person) ?? [0, 0];
      if (loads === 20) continue;
      people[channel].set(person, [loads + 1, errors + Number(isError)]);
      side.loads += 1;
      side.errors += Number(isError);
      side.people = people[channel].size;
      if (isError && errors === 0) side.failing += 1;
      side.most = Math.max(side.most, errors + Number(isError));
      if (load % 20 === 0 && judgeCanary(sides.canary, sides.stable).verdict === "bad") return sides.canary.loads;
    }
    return undefined;
  }
  const runs = (failing: { canary: number; stable: number }) =>
    Array.from({ length: 200 }, (_, index) => run(index + 1, failing));

  test("a canary of which one load in ten fails, beside one in 200, is always stopped", () => {
    const took = runs({ canary: 0.1, stable: 0.005 }).sort((a, b) => Number(a) - Number(b));
    expect(took.filter((one) => one === undefined)).toEqual([]);
    const [median, most] = [Number(took[100]), Number(took[199])];
    console.log(`loads of the canary until it was stopped: median ${median}, at most ${most}`);
    expect(median).toBeLessThanOrEqual(100);
    expect(most).toBeLessThanOrEqual(250);
  });

  test("one that is as good as what is stable is not", () => {
    const wrong = runs({ canary: 0.005, stable: 0.005 }).filter((one) => one !== undefined);
    console.log(`stopped without a reason: ${wrong.length} of 200`);
    expect(wrong).toHaveLength(0);
  });
});
