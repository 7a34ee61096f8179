import { type Lifetime, problems, type SharedCacheOptions, session, sharedCache } from "@fedseal/fastify";
import Fastify, { type FastifyInstance } from "fastify";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Issuer, startIssuer } from "./issuer.ts";
import { RedisServer, slowDown } from "./redis.ts";

/** `sharedCache` of several pods over a real Redis, which is also killed, frozen, slowed down and filled. */

const LIFETIME: Lifetime = { fresh: 60 };
const servers: FastifyInstance[] = [];
const redises: RedisServer[] = [];
let issuer: Issuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(async () => {
  for (const one of servers) await one.close();
  for (const one of redises) {
    one.thaw();
    await one.kill();
  }
});

interface Pod {
  server: FastifyInstance;
  /** How often the origin was asked. */
  origin: { asked: number; answer: () => Promise<unknown> };
  /** In place of the path. */
  parts?: (string | number | boolean)[];
  get(path: string, orgId?: string): Promise<{ status: number; body: unknown }>;
}

async function pod(options: SharedCacheOptions, lifetime = LIFETIME): Promise<Pod> {
  const server = Fastify({ logger: { level: "silent" } });
  servers.push(server);
  await server.register(problems);
  await server.register(session, { issuer: issuer.url, audience: issuer.audience, keys: issuer.keys });
  await server.register(sharedCache, options);
  const origin: Pod["origin"] = { asked: 0, answer: async () => ({ number: origin.asked }) };
  server.get<{ Params: { "*": string } }>("/*", async (request) =>
    request.cached(made.parts ?? ["item", request.params["*"]], lifetime, async () => {
      origin.asked += 1;
      return { orgId: request.session.orgId, answer: await origin.answer() };
    }),
  );
  const tokens = new Map<string, string>();
  const made: Pod = {
    server,
    origin,
    get: async (path, orgId = "org_1") => {
      const token = tokens.get(orgId) ?? (await issuer.token({ org_id: orgId }));
      tokens.set(orgId, token);
      const response = await server.inject({ url: path, headers: { authorization: `Bearer ${token}` } });
      return { status: response.statusCode, body: response.json() };
    },
  };
  return made;
}

async function redis(...args: string[]): Promise<RedisServer> {
  const made = await RedisServer.start(...args);
  redises.push(made);
  return made;
}

/** Until Redis is connected: a pod that starts does not wait for it. */
async function connected(one: Pod): Promise<Pod> {
  for (let attempt = 0; attempt < 100; attempt++) {
    await one.get(`/warm-${attempt}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = one.server.sharedCacheCounts().shared;
    await new Promise((resolve) => setTimeout(resolve, 20));
    await one.get(`/warm-${attempt}`);
    if (one.server.sharedCacheCounts().shared > before) break;
  }
  one.origin.asked = 0;
  return one;
}

/** Runs something, and waits until Redis has that many more keys: no request waits for what is written there. */
async function keeping(url: string, more: number, work: () => Promise<unknown>): Promise<void> {
  const client = new Redis(url);
  const wanted = (await client.dbsize()) + more;
  await work();
  for (let look = 0; look < 200 && (await client.dbsize()) < wanted; look++) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await client.quit();
}

const NEAR = { local: { milliseconds: 1 } };

describe("without Redis", () => {
  test("an answer is made once, and kept by organization", async () => {
    const one = await pod({});
    for (let round = 0; round < 3; round++) {
      for (const orgId of ["org_1", "org_2"]) expect((await one.get("/a", orgId)).body).toMatchObject({ orgId });
    }
    expect(one.origin.asked).toBe(2);
    expect(one.server.sharedCacheCounts()).toMatchObject({ made: 2, local: 4, shared: 0, failures: 0 });
  });

  test("many at once ask once", async () => {
    const one = await pod({});
    one.origin.answer = () => new Promise((resolve) => setTimeout(resolve, 100, "slow"));
    const all = await Promise.all(Array.from({ length: 50 }, () => one.get("/b")));
    expect(new Set(all.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(one.origin.asked).toBe(1);
  });

  test("what fails is not kept", async () => {
    const one = await pod({});
    one.origin.answer = async () => {
      throw new Error("down");
    };
    expect((await one.get("/c")).status).toBe(500);
    one.origin.answer = async () => "up";
    expect((await one.get("/c")).body).toMatchObject({ answer: "up" });
  });

  test("a stale answer is used while another is made, and where none can be made", async () => {
    const one = await pod({}, { fresh: 0.2, stale: 60 });
    const [first] = [await one.get("/d")];
    await new Promise((resolve) => setTimeout(resolve, 250));
    one.origin.answer = async () => {
      throw new Error("down");
    };
    expect(await one.get("/d")).toEqual(first);
    await new Promise((resolve) => setTimeout(resolve, 20));
    one.origin.answer = async () => "new";
    expect(await one.get("/d")).toEqual(first);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await one.get("/d")).body).toMatchObject({ answer: "new" });
    expect(one.server.sharedCacheCounts().stale).toBe(2);
  });

  test("an answer that is over is not used", async () => {
    const one = await pod({}, { fresh: 0.1, stale: 0.1 });
    await one.get("/e");
    await new Promise((resolve) => setTimeout(resolve, 250));
    one.origin.answer = async () => "new";
    expect((await one.get("/e")).body).toMatchObject({ answer: "new" });
  });

  test("a caller that changes its value changes nobody else's", async () => {
    const server = Fastify();
    servers.push(server);
    await server.register(session, { issuer: issuer.url, audience: issuer.audience, keys: issuer.keys });
    await server.register(sharedCache, {});
    server.get("/", async (request) => {
      const list = await request.cached(["list"], LIFETIME, async () => [1, 2]);
      list.push(3);
      return list;
    });
    const headers = { authorization: `Bearer ${await issuer.token()}` };
    for (let round = 0; round < 3; round++)
      expect((await server.inject({ url: "/", headers })).json()).toEqual([1, 2, 3]);
  });

  test("what is too large, or has no lifetime, is not kept", async () => {
    for (const [options, lifetime] of [
      [{ maxBytes: 10 }, LIFETIME],
      [{}, { fresh: 0 }],
    ] as const) {
      const one = await pod(options, lifetime);
      for (let round = 0; round < 3; round++) await one.get("/f");
      expect(one.origin.asked).toBe(3);
    }
  });

  test.each<[string, unknown]>([
    ["a set of scopes", ["k", new Set(["admin"])]],
    ["a date", ["k", new Date(Number.NaN)]],
    ["nothing", ["k", undefined]],
    ["null", ["k", null]],
    ["no number", ["k", Number.NaN]],
    ["an object", ["k", {}]],
    ["a hole", Array(2)],
    ["a text in place of a list", "ab"],
    ["a list with more than items", Object.assign(["k"], { org: "org_1" })],
  ])("parts with %s are no parts: two callers would share one's answer", async (_, parts) => {
    const one = await pod({});
    one.parts = parts as never;
    expect((await one.get("/x")).body).toMatchObject({ status: 500, code: "ERR_FEDSEAL_INTERNAL" });
    expect(one.origin.asked).toBe(0);
  });

  test.each<[Record<string, unknown>, string]>([
    [{ timeout: 0 }, "`timeout` is not 1 to 60,000"],
    [{ timeout: "50" }, "`timeout` is not"],
    [{ timeout: Number.POSITIVE_INFINITY }, "`timeout` is not"],
    [{ maxBytes: -1 }, "`maxBytes` is not"],
    [{ maxBytes: 1.5 }, "`maxBytes` is not a whole number"],
    [{ prefix: "" }, "`prefix` is empty, or has a brace"],
    [{ redis: "http://x" }, "`redis` is not a URL of Redis"],
    [{ redis: "" }, "`redis` is not a URL of Redis"],
    [{ local: true }, "`local` is not an object"],
    [{ local: { entries: 0 } }, "`local` cannot be used: `entries` is not"],
    [{ local: { milliseconds: Number.NaN } }, "`milliseconds` is not"],
    [{ local: { seconds: 1 } }, "`seconds` is no option"],
    [{ ttl: 5 }, "`ttl` is no option; there are redis, timeout,"],
  ])("%j: the server does not start", async (options, words) => {
    await expect(pod(options as SharedCacheOptions)).rejects.toThrow(words);
  });
});

describe.skipIf(process.env.FEDSEAL_REDIS === "none")("with Redis", () => {
  test("pods read what another one made, each organization its own", async () => {
    const { url } = await redis();
    const [one, two] = [
      await connected(await pod({ redis: url, timeout: 5_000, ...NEAR })),
      await connected(await pod({ redis: url, timeout: 5_000, ...NEAR })),
    ];
    await keeping(url, 2, async () => {
      for (const orgId of ["org_1", "org_2"]) await one.get("/a", orgId);
    });
    for (const orgId of ["org_1", "org_2", "org_1"]) expect((await two.get("/a", orgId)).body).toMatchObject({ orgId });
    expect([one.origin.asked, two.origin.asked]).toEqual([2, 0]);
    // Neither the organization nor the key of an answer can be read off Redis' keys.
    const client = new Redis(url);
    const keys = await client.keys("*");
    expect(keys.every((key) => /^fedseal:[A-Za-z0-9_-]{43}$/.test(key))).toBe(true);
    client.disconnect();
  });

  test("an entry that was put under another key is not read", async () => {
    const { url } = await redis();
    const one = await connected(await pod({ redis: url, timeout: 5_000, ...NEAR }));
    await keeping(url, 2, async () => {
      await one.get("/mine", "org_1");
      await one.get("/mine", "org_2");
    });
    const client = new Redis(url);
    const entries = await Promise.all(
      (await client.keys("*")).map(async (key) => [key, await client.get(key)] as const),
    );
    const [theirs] = entries.filter(([, text]) => text?.includes("org_2"));
    const [ours] = entries.filter(([, text]) => text?.includes('"org_1\\",\\"item\\",\\"mine'));
    await client.set(ours?.[0] as string, theirs?.[1] as string);
    expect((await one.get("/mine", "org_1")).body).toMatchObject({ orgId: "org_1" });
    for (const garbage of ["", "{", "[]", "null", '["x",1,2,3]', '{"value":1}']) {
      await client.set(ours?.[0] as string, garbage);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect((await one.get("/mine", "org_1")).body).toMatchObject({ orgId: "org_1" });
    }
    client.disconnect();
  });

  /** 40 requests of two organizations, each answer looked at; how long the slowest took, in ms. */
  async function load(one: Pod): Promise<number> {
    const took = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const start = performance.now();
        const orgId = `org_${(index % 2) + 1}`;
        const { status, body } = await one.get(`/load-${index % 4}`, orgId);
        expect({ status, body }).toMatchObject({ status: 200, body: { orgId } });
        return performance.now() - start;
      }),
    );
    return Math.max(...took);
  }

  test.each<[string, (server: RedisServer) => Promise<void> | void]>([
    ["killed", (server) => server.kill()],
    ["frozen", (server) => server.freeze()],
  ])("%s: answers come from the origin, and Redis is used again when it is back", async (_, harm) => {
    const server = await redis();
    const one = await connected(await pod({ redis: server.url, ...NEAR }));
    await load(one);
    await harm(server);
    for (let round = 0; round < 3; round++) await load(one);
    expect(one.server.sharedCacheCounts().failures).toBeGreaterThan(0);
    server.thaw();
    await server.kill();
    await server.run();
    await connected(one);
    const before = one.server.sharedCacheCounts().shared;
    for (let round = 0; round < 100 && one.server.sharedCacheCounts().shared === before; round++) {
      await load(one);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(one.server.sharedCacheCounts().shared).toBeGreaterThan(before);
  });

  test("not there at first: the server starts, and uses it once it is there", async () => {
    const server = await redis();
    await server.kill();
    const one = await pod({ redis: server.url, ...NEAR });
    await load(one);
    await server.run();
    await connected(one);
    expect(one.server.sharedCacheCounts().shared).toBeGreaterThan(0);
  });

  test("slower than the timeout: answers come from the origin", async () => {
    const server = await redis();
    const slow = await slowDown(server.port, 100);
    const one = await pod({ redis: slow.url, ...NEAR });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await load(one);
    expect(one.server.sharedCacheCounts()).toMatchObject({ shared: 0 });
    await slow.stop();
  });

  test("full: what is there is read, what is new is made", async () => {
    const server = await redis("--maxmemory-policy", "noeviction");
    const one = await connected(await pod({ redis: server.url, timeout: 5_000, ...NEAR }));
    await keeping(server.url, 1, () => one.get("/kept"));
    const client = new Redis(server.url);
    await client.config("SET", "maxmemory", "1");
    await load(one);
    // No request waits for what is written, nor for being told that it was not.
    for (let look = 0; look < 200 && one.server.sharedCacheCounts().failures === 0; look++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(one.server.sharedCacheCounts().failures).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    one.origin.asked = 0;
    await one.get("/kept");
    expect(one.origin.asked).toBe(0);
    client.disconnect();
  });
});
