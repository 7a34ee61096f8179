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

/** Waits until something is so; what throws is not yet. */
async function until(check: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await check().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect.fail("it never was");
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
    const [one, two, three] = [storeOf(server), storeOf(server, { fresh: 600_000 }), storeOf(server, { fresh: 100 })];
    await one.create(STATE, ORDER);
    for (const store of [two, three]) await store.read();
    await one.change({ ...ORDER, to: wider(1) });
    await until(async () => (await three.read()).seq === 8);
    expect((await two.read()).seq).toBe(7);
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
  ])("%s: the last state counts for `stale`, then reads fail; changes fail at once", async (_, harm) => {
    const server = await started();
    const [patient, strict] = [storeOf(server, { stale: 600_000 }), storeOf(server, { stale: 1 })];
    await patient.create(STATE, ORDER);
    for (const store of [patient, strict]) await store.read();
    await harm(server);
    for (let round = 0; round < 10; round++) {
      expect(await patient.read()).toEqual(STATE);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await unreachable(strict.read());
      await unreachable(patient.change({ ...ORDER, to: wider(1) }));
    }
  });

  test("frozen: after the first who waited for it, nobody does, and it is used again when it is back", async () => {
    const server = await started();
    const [store, other] = [storeOf(server, { fresh: 0 }), storeOf(server)];
    await store.create(STATE, ORDER);
    server.freeze();
    expect(await store.read()).toEqual(STATE);
    for (let round = 0; round < 30; round++) {
      let isThere = false;
      const reading = store.read().then(() => {
        isThere = true;
      });
      // No answer of a network comes between these.
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
      expect(isThere).toBe(true);
      await reading;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    server.thaw();
    await until(async () => (await other.change({ ...ORDER, to: wider(1) }).catch(() => undefined)) !== undefined);
    await until(async () => (await store.read()).seq > STATE.seq);
  });

  test("frozen and back: what was refused before it was sent was not done, and the store is used again", async () => {
    const server = await started();
    const store = storeOf(server, { stale: 1 });
    await store.create(STATE, ORDER);
    server.freeze();
    await unreachable(store.change({ ...ORDER, to: wider(1) }));
    server.thaw();
    await until(async () => (await store.read()).seq === 7);
    expect((await store.change({ ...ORDER, to: wider(1) })).seq).toBe(8);
  });

  test("frozen while a change is made: it fails, was made or not, and the next one goes by what is there", async () => {
    const server = await started();
    const store = storeOf(server, { stale: 1 });
    await store.create(STATE, ORDER);
    const freezing = (before: RolloutState) => {
      server.freeze();
      return wider(1)(before);
    };
    const error = await store.change({ ...ORDER, to: freezing }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ statusCode: 503, message: expect.stringContaining("did not say whether") });
    server.thaw();
    await until(async () => (await store.read()).seq >= 7);
    const after = await store.change({ ...ORDER, to: wider(1) });
    const lines = await store.audit();
    expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: after.seq - 6 }, (_, index) => after.seq - index));
    expect(after.remotes.shop?.canary?.percent).toBe(10 + after.seq - 7);
  });

  test.each(["{", "[]", '{"seq":1}', '{"seq":8,"remotes":{"shop":{}}}', ""])(
    "%j in its place: the last state counts for `stale`, then nothing does",
    async (garbage) => {
      const server = await started();
      const [patient, strict] = [storeOf(server, { stale: 600_000 }), storeOf(server, { stale: 1 })];
      await patient.create(STATE, ORDER);
      for (const store of [patient, strict]) await store.read();
      const client = new Redis(server.url);
      ends.push(async () => client.disconnect());
      await client.set("fedseal:rollouts", garbage);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await patient.read()).toEqual(STATE);
      await unreachable(strict.read());
      await expect(patient.change({ ...ORDER, to: wider(1) })).rejects.toThrow();
      expect(await client.get("fedseal:rollouts")).toBe(garbage);
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
  [{ redis: "" }, "`redis` is not a URL of Redis"],
  [{ redis: undefined as never }, "`redis` is needed"],
  [{ redis: "http://x" }, "`redis` is not a URL of Redis"],
  [{ keys: "x" } as never, "`keys` is no option; there are redis, key,"],
  [{ key: "" }, "`key` is empty"],
  [{ key: "{a}" }, "has a brace"],
  [{ timeout: 0 }, "`timeout` is not 1 to 60,000"],
  [{ audit: 0 }, "`audit` is not 1 to"],
  [{ stale: -1 }, "`stale` is not 0 to"],
  [{ fresh: Number.NaN }, "`fresh` is not 0 to"],
])("%j is an error", (options, words) => {
  expect(() => redisStore({ redis: "redis://127.0.0.1:1", ...options })).toThrow(words);
});

test.skipIf(process.env.FEDSEAL_REDIS === "none")(
  "a full Redis refuses a change, and the error says that none was made",
  async () => {
    const server = await RedisServer.start("--maxmemory-policy", "noeviction");
    const store = redisStore({ redis: server.url });
    const client = new Redis(server.url);
    try {
      const before = await store.create({ seq: 1, remotes: {} }, { who: "alice", why: "first" });
      await client.config("SET", "maxmemory", "1");
      const change = store.change({ who: "alice", why: "next", to: (state) => ({ ...state }) });
      await expect(change).rejects.toMatchObject({
        code: "ERR_FEDSEAL_ROLLOUT_UNREACHABLE",
        message: expect.stringContaining("nothing was changed"),
      });
      await client.config("SET", "maxmemory", "0");
      expect(await store.audit()).toHaveLength(1);
      expect((await store.read()).seq).toBe(before.seq);
      await expect(store.change({ to: (state: object) => state } as never)).rejects.toMatchObject({ statusCode: 400 });
    } finally {
      client.disconnect();
      await store.close();
      await server.kill();
    }
  },
);
