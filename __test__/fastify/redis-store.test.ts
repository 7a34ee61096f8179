import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  isProblem,
  problems,
  type RedisRolloutStore,
  type RedisStoreOptions,
  type RolloutState,
  redisStore,
  releases,
  session,
} from "@fedseal/fastify";
import Fastify from "fastify";
import { Redis } from "ioredis";
import { afterEach, describe, expect, test } from "vitest";
import { startIssuer } from "./issuer.ts";
import { RedisServer } from "./redis.ts";

/** The state of rollouts in a real Redis, of many pods; Redis is also killed, frozen, and filled with what is no state. */

const MANIFEST = (release: string) => `https://cdn.example.com/shop/${release}/mf-manifest.json`;
const STATE: RolloutState = {
  seq: 7,
  remotes: {
    shop: {
      stable: { release: "1.0.0", manifest: MANIFEST("1.0.0") },
      canary: { release: "1.1.0", manifest: MANIFEST("1.1.0"), percent: 10 },
    },
  },
};
const ORDER = { who: "alice", why: "the first one" };
const wider = (by: number) => (before: RolloutState) => {
  const { shop } = before.remotes;
  if (!shop?.canary) return undefined;
  return {
    ...before,
    remotes: { shop: { ...shop, canary: { ...shop.canary, percent: shop.canary.percent + by } } },
  };
};

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function started(): Promise<RedisServer> {
  const server = await RedisServer.start();
  ends.push(async () => {
    server.thaw();
    await server.kill();
  });
  return server;
}

function storeOf(server: RedisServer, options: Partial<RedisStoreOptions> = {}): RedisRolloutStore {
  const store = redisStore({ redis: server.url, timeout: 200, fresh: 0, ...options });
  ends.push(() => store.close());
  return store;
}

const unreachable = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail("it worked"),
    (error) => {
      expect(isProblem(error, "ERR_FEDSEAL_ROLLOUT_UNREACHABLE"), String(error)).toBe(true);
      expect(error).toMatchObject({ statusCode: 503, headers: { "retry-after": "5" } });
    },
  );

describe.skipIf(process.env.FEDSEAL_REDIS === "none")("the state in Redis", () => {
  test("a change is seen by other pods, has a number and a line in the audit", async () => {
    const server = await started();
    const [one, two] = [storeOf(server), storeOf(server)];
    await one.create(STATE, ORDER);
    expect(await two.read()).toEqual(STATE);
    const after = await one.change({ who: "bob", why: "looks fine", to: wider(5) });
    expect(after).toMatchObject({ seq: 8, remotes: { shop: { canary: { percent: 15 } } } });
    expect(await two.read()).toEqual(after);
    expect(await two.audit()).toMatchObject([
      { seq: 8, who: "bob", why: "looks fine", before: STATE.remotes, after: after.remotes },
      { seq: 7, ...ORDER, before: {}, after: STATE.remotes },
    ]);
    expect(await one.change({ who: "bob", why: "nothing", to: () => undefined })).toEqual(after);
    expect(await one.audit()).toHaveLength(2);
  });

  test("a state that was read is used for `fresh`, and no longer", async () => {
    const server = await started();
    const [one, two] = [storeOf(server), storeOf(server, { fresh: 400 })];
    await one.create(STATE, ORDER);
    await two.read();
    await one.change({ ...ORDER, to: wider(1) });
    expect((await two.read()).seq).toBe(7);
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect((await two.read()).seq).toBe(8);
  });

  test("a second first state is refused", async () => {
    const server = await started();
    const store = storeOf(server);
    await store.create(STATE, ORDER);
    await expect(store.create({ ...STATE, seq: 0 }, ORDER)).rejects.toMatchObject({ statusCode: 409 });
    expect(await store.read()).toEqual(STATE);
  });

  test("changes of many processes at once: none is lost", async () => {
    const server = await started();
    const store = storeOf(server);
    await store.create(STATE, ORDER);
    const script = join(import.meta.dirname, "change.mjs");
    await Promise.all(
      Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, [script, server.url, "5"])),
    );
    const { seq, remotes } = await store.read();
    expect([seq, remotes.shop?.canary?.percent]).toEqual([27, 30]);
    const lines = await store.audit();
    expect(lines.map((line) => line.seq)).toEqual(Array.from({ length: 21 }, (_, index) => 27 - index));
  });

  test("a change that makes no state is refused, and changes nothing", async () => {
    const server = await started();
    const store = storeOf(server);
    await store.create(STATE, ORDER);
    await expect(store.change({ ...ORDER, to: wider(100) })).rejects.toThrow("`canary.percent` is not 0 to 100");
    expect(await store.read()).toEqual(STATE);
    expect(await store.audit()).toHaveLength(1);
  });

  test("the audit is as long as it may be, about", async () => {
    const server = await started();
    const store = storeOf(server, { audit: 10 });
    await store.create(STATE, ORDER);
    for (let round = 0; round < 300; round++) await store.change({ ...ORDER, to: wider(0.01) });
    const lines = await store.audit(1_000);
    expect(lines.length).toBeGreaterThanOrEqual(10);
    // Redis lets whole nodes of a stream go, of 100 entries.
    expect(lines.length).toBeLessThanOrEqual(110);
    expect(lines[0]?.seq).toBe(307);
  });

  test.each<[string, (server: RedisServer) => Promise<void> | void]>([
    ["killed", (server) => server.kill()],
    ["frozen", (server) => server.freeze()],
  ])("%s: the last state counts for `stale`, changes fail, then reads do", async (_, harm) => {
    const server = await started();
    const store = storeOf(server, { stale: 1_500 });
    await store.create(STATE, ORDER);
    await store.read();
    await harm(server);
    const end = Date.now() + 1_000;
    while (Date.now() < end) expect(await store.read()).toEqual(STATE);
    await unreachable(store.change({ ...ORDER, to: wider(1) }));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await unreachable(store.read());
  });

  test("frozen and back: what was refused was not done, and the store is used again", async () => {
    const server = await started();
    const store = storeOf(server, { stale: 0 });
    await store.create(STATE, ORDER);
    server.freeze();
    await unreachable(store.change({ ...ORDER, to: wider(1) }));
    server.thaw();
    for (let attempt = 0; attempt < 100; attempt++) {
      const state = await store.read().catch(() => undefined);
      if (state) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await store.read()).toEqual(STATE);
    expect((await store.change({ ...ORDER, to: wider(1) })).seq).toBe(8);
  });

  test.each(["{", "[]", '{"seq":1}', '{"seq":8,"remotes":{"shop":{}}}', ""])(
    "%j in its place: the last state counts for `stale`, then nothing does",
    async (garbage) => {
      const server = await started();
      const store = storeOf(server, { stale: 600 });
      await store.create(STATE, ORDER);
      await store.read();
      const client = new Redis(server.url);
      ends.push(async () => client.disconnect());
      await client.set("fedseal:rollouts", garbage);
      expect(await store.read()).toEqual(STATE);
      await expect(store.change({ ...ORDER, to: wider(1) })).rejects.toThrow();
      expect(await client.get("fedseal:rollouts")).toBe(garbage);
      await new Promise((resolve) => setTimeout(resolve, 650));
      await unreachable(store.read());
    },
  );

  test("a server without a state does not start", async () => {
    const redis = await started();
    const issuer = await startIssuer();
    const server = Fastify();
    await server.register(problems);
    await server.register(session, { issuer: issuer.url, audience: issuer.audience, keys: issuer.keys });
    const error = await server.register(releases, { store: storeOf(redis) }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(isProblem(error, "ERR_FEDSEAL_ROLLOUT_UNREACHABLE")).toBe(true);
    expect((error as Error).cause).toMatchObject({ message: "there is no state under fedseal:rollouts" });
    await server.close();
  });
});

test.each<[Partial<RedisStoreOptions>, string]>([
  [{ redis: "" }, "`redis` is needed"],
  [{ key: "" }, "`key` is empty"],
  [{ key: "{a}" }, "has a brace"],
  [{ timeout: 0 }, "`timeout` is not above 0"],
  [{ audit: 0 }, "`audit` is not above 0"],
  [{ stale: -1 }, "`stale` is not 0 or above"],
  [{ fresh: Number.NaN }, "`fresh` is not 0 or above"],
])("%j is an error", (options, words) => {
  expect(() => redisStore({ redis: "redis://127.0.0.1:1", ...options })).toThrow(words);
});
