import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type CanaryWatch,
  cachePolicy,
  fileStore,
  problems,
  type RolloutState,
  type RolloutStore,
  type RumOptions,
  redisStore,
  releases,
  rum,
  session,
  type WatchOptions,
  watchCanaries,
} from "@fedseal/fastify";
import { observe } from "@fedseal/runtime/observe";
import { createInstance } from "@module-federation/runtime";
import Fastify, { type FastifyInstance, type InjectOptions } from "fastify";
import { Redis } from "ioredis";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type Issuer, startIssuer } from "./issuer.ts";
import { RedisServer } from "./redis.ts";

/** What pages tell of their loads, what of it counts, and what stops a canary. */

const MANIFEST = (release: string) => `https://cdn.example.com/shop/${release}/mf-manifest.json`;
const STATE: RolloutState = {
  seq: 1,
  remotes: {
    shop: {
      stable: { release: "1.0.0", manifest: MANIFEST("1.0.0") },
      canary: { release: "1.1.0", manifest: MANIFEST("1.1.0"), percent: 0, allow: ["org_canary"] },
    },
  },
};
const STABLE = { "mf.remote": "shop", "mf.release": "1.0.0", "mf.channel": "stable" };
const CANARY = { "mf.remote": "shop", "mf.release": "1.1.0", "mf.channel": "canary" };
const LOAD = { name: "mf.load", ...STABLE, "mf.expose": "./Panel", "mf.seal": "ok", duration: 120 };
const FAILED = { name: "mf.load.error", ...STABLE, "error.type": "RUNTIME-008" };
const TOKEN = "a-token-for-metrics-of-some-length";

let issuer: Issuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  vi.unstubAllGlobals();
});

interface Pod {
  server: FastifyInstance;
  store: RolloutStore;
  watch: CanaryWatch;
  send(events: unknown, who?: { orgId?: string; sub?: string }, more?: InjectOptions): Promise<Answer>;
  metrics(more?: InjectOptions): Promise<string>;
  audit(): { who: string; why: string }[];
}
interface Answer {
  status: number;
  body: string;
  cache: unknown;
}

async function pod(
  options: RumOptions = {},
  { state = STATE, store, watching = {} }: { state?: RolloutState; store?: RolloutStore; watching?: WatchOptions } = {},
): Promise<Pod> {
  const path = join(mkdtempSync(join(tmpdir(), "fedseal-rum-")), "rollouts.json");
  writeFileSync(path, JSON.stringify(state));
  const used = store ?? fileStore(path);
  const server = Fastify({ logger: { level: "silent" }, trustProxy: true });
  await server.register(problems);
  await server.register(cachePolicy, { mode: "refuse" });
  await server.register(session, { issuer: issuer.url, audience: issuer.audience, keys: issuer.keys });
  await server.register(releases, { store: used });
  await server.register(rum, { metrics: { token: TOKEN }, ...options });
  const watch = watchCanaries(server, { every: 3_600_000, ...watching });
  ends.push(() => server.close());
  const tokens = new Map<string, string>();
  return {
    server,
    store: used,
    watch,
    send: async (events, { orgId = "org_1", sub = "alice" } = {}, more = {}) => {
      const key = `${orgId} ${sub}`;
      const token = tokens.get(key) ?? (await issuer.token({ org_id: orgId, sub }));
      tokens.set(key, token);
      const { headers, ...rest } = more;
      const response = await server.inject({
        method: "POST",
        url: "/api/platform/rum",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
        payload: typeof events === "string" ? events : JSON.stringify(events),
        ...rest,
      });
      return { status: response.statusCode, body: response.body, cache: response.headers["cache-control"] };
    },
    metrics: async (more) => {
      const response = await server.inject({ url: "/metrics", headers: { authorization: `Bearer ${TOKEN}` }, ...more });
      expect(response.headers["cache-control"]).toBe("private, no-store");
      return response.statusCode === 200 ? response.body : String(response.statusCode);
    },
    audit: () =>
      readFileSync(`${path}.audit`, { encoding: "utf8", flag: "a+" })
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
  };
}

const samples = (text: string) => text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
const without = (text: string, name: string) => samples(text).filter((line) => !line.startsWith(name));

describe("what is taken", () => {
  test("events count for the session's organization, whatever the page says", async () => {
    const { send, server } = await pod();
    const events = [{ ...LOAD, "mf.org": "org_2", org: "org_2", orgId: "org_2" }, FAILED];
    const headers = { "x-org-id": "org_2", cookie: "org_id=org_2" };
    expect(await send(events, {}, { headers })).toEqual({ status: 204, body: "", cache: "private, no-store" });
    expect(await server.loads()).toEqual([
      { remote: "shop", release: "1.0.0", channel: "stable", org: "org_1", loads: 2, errors: 1, refusals: 0 },
    ]);
  });

  test("nobody sends without a session", async () => {
    const { server } = await pod();
    const response = await server.inject({ method: "POST", url: "/api/platform/rum", payload: [LOAD] });
    expect(response.statusCode).toBe(401);
    expect(await server.loads()).toEqual([]);
  });

  test.each<[string, unknown, number]>([
    ["no array", LOAD, 400],
    ["null", null, 400],
    ["a text", '"mf.load"', 400],
    ["an array of none", [], 400],
    ["no JSON", "[", 400],
    ["51 events", Array.from({ length: 51 }, () => LOAD), 400],
    ["more than 50 events can have", `[${" ".repeat(53_000)}]`, 413],
    ["no event of many", [null, [], "x", 1, {}, { name: "mf.other" }], 400],
    ["a prototype key", `[{"name":"mf.load","__proto__":{"x":1}}]`, 400],
    ["another one", `[{"name":"mf.load","constructor":{"prototype":{"x":1}}}]`, 400],
  ])("%s: refused", async (_, body, status) => {
    const { send, server } = await pod();
    const answer = await send(body);
    expect({ ...answer, body: JSON.parse(answer.body) }).toMatchObject({
      status,
      cache: "private, no-store",
      body: { code: "ERR_FEDSEAL_REQUEST", status },
    });
    expect(await server.loads()).toEqual([]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test("another type than JSON is refused", async () => {
    const { send } = await pod();
    expect((await send([LOAD], {}, { headers: { "content-type": "text/plain" } })).status).toBe(415);
    expect((await send([LOAD], {}, { headers: { "content-type": "application/xml" } })).status).toBe(415);
  });

  test("a bad event of an else good batch is dropped, and counted", async () => {
    const { send, metrics, server } = await pod();
    const bad = [
      { ...LOAD, "url.full": "x".repeat(1_100) },
      { ...LOAD, extra: "ä".repeat(600) },
      null,
      [LOAD],
      { ...LOAD, name: "constructor" },
      { ...LOAD, "mf.remote": ["shop"] },
      { ...LOAD, "mf.remote": { toString: "shop" } },
      { ...LOAD, "mf.seal": "maybe" },
      { ...LOAD, duration: -1 },
      { ...LOAD, duration: "120" },
      { ...LOAD, duration: 1e300 },
    ];
    expect((await send([LOAD, ...bad, LOAD])).status).toBe(204);
    expect(await server.loads()).toMatchObject([{ loads: 2 }]);
    expect(samples(await metrics())).toEqual(
      expect.arrayContaining([
        'mf_events_dropped_total{reason="malformed"} 9',
        'mf_events_dropped_total{reason="oversized"} 2',
      ]),
    );
  });

  test.each<[string, object, string]>([
    ["another release", { "mf.release": "0.9.0" }, "org_1"],
    ["a release of another channel", { "mf.release": "1.1.0" }, "org_1"],
    ["another channel", { "mf.channel": "canary" }, "org_1"],
    ["a made-up channel", { "mf.channel": "beta" }, "org_1"],
    ["a canary that this organization never had", CANARY, "org_1"],
    ["another remote", { "mf.remote": "cart" }, "org_1"],
    ["a name of every object", { "mf.remote": "constructor" }, "org_1"],
    ["another one", { "mf.remote": "__proto__" }, "org_1"],
    ["no release", { "mf.release": undefined }, "org_1"],
  ])("%s is unknown", async (_, claims, orgId) => {
    const { send, server, metrics } = await pod();
    expect((await send([{ ...LOAD, ...claims }], { orgId })).status).toBe(204);
    const unknown = { remote: "unknown", release: "unknown", channel: "unknown" };
    expect(await server.loads()).toEqual([{ ...unknown, org: orgId, loads: 1, errors: 0, refusals: 0 }]);
    expect(without(await metrics(), "mf_load_duration")).toEqual([
      `mf_loads_total{mf_remote="unknown",mf_release="unknown",mf_channel="unknown",org="${orgId}"} 1`,
    ]);
  });

  test("what a page still has counts: the canary after it was stopped, the stable release before it was widened", async () => {
    const shop = STATE.remotes.shop as RolloutState["remotes"][string];
    const canary = { ...(shop.canary as NonNullable<typeof shop.canary>), stopped: true };
    const { send, server } = await pod({}, { state: { seq: 2, remotes: { shop: { ...shop, canary } } } });
    await send([{ ...LOAD, ...CANARY }, LOAD], { orgId: "org_canary" });
    expect(await server.loads()).toMatchObject([
      { release: "1.0.0", channel: "stable", loads: 1 },
      { release: "1.1.0", channel: "canary", loads: 1 },
    ]);
  });

  test("refusals, manifests and policies are counted apart", async () => {
    const { send, server, metrics } = await pod();
    await send([
      LOAD,
      { ...FAILED, "mf.seal": "failed", "error.type": "ERR_FEDSEAL_INTEGRITY_MISMATCH" },
      { ...FAILED, name: "mf.manifest.error", "error.type": "ERR_FEDSEAL_FETCH" },
      // What did not arrive was not refused, though pages say that its seal failed.
      { ...FAILED, "mf.seal": "failed", "error.type": "ERR_FEDSEAL_FETCH" },
      { name: "mf.policy.error", "error.type": "script-src-elem" },
      { name: "mf.policy.error", "error.type": "x".repeat(100) },
    ]);
    expect(await server.loads()).toMatchObject([{ loads: 3, errors: 1, refusals: 1 }]);
    const labels = 'mf_remote="shop",mf_release="1.0.0",mf_channel="stable",org="org_1"';
    expect(without(await metrics(), "mf_load_duration")).toEqual([
      `mf_loads_total{${labels}} 3`,
      `mf_load_errors_total{${labels},error_type="ERR_FEDSEAL_FETCH"} 1`,
      `mf_refusals_total{${labels},error_type="ERR_FEDSEAL_INTEGRITY_MISMATCH"} 1`,
      `mf_manifest_errors_total{${labels},error_type="ERR_FEDSEAL_FETCH"} 1`,
      'mf_policy_errors_total{org="org_1",error_type="other"} 1',
      'mf_policy_errors_total{org="org_1",error_type="script-src-elem"} 1',
    ]);
  });

  test("a release that is no more is forgotten", async () => {
    const { send, server, store, metrics } = await pod();
    await send([{ ...LOAD, ...CANARY }], { orgId: "org_canary" });
    await store.change({
      who: "alice",
      why: "gone",
      to: ({ remotes: { shop }, ...before }) => ({ ...before, remotes: { shop: { stable: shop?.stable as never } } }),
    });
    expect(await server.loads()).toEqual([]);
    expect(without(await metrics(), "mf_load_duration")).toEqual([]);
  });
});

describe("labels", () => {
  test("200 values of everything that a page chooses make no label", async () => {
    const { send, metrics } = await pod();
    for (let index = 0; index < 200; index++) {
      await send([
        { ...FAILED, "error.type": `RUNTIME-${100 + index}` },
        { ...FAILED, "error.type": `ERR_FEDSEAL_${index}` },
        { ...FAILED, "error.type": `contract/${index}` },
        { ...FAILED, "mf.release": `1.0.${index + 1}` },
        { ...FAILED, "mf.remote": `shop${index}`, "mf.seal": "failed" },
        { ...FAILED, "mf.channel": `canary${index}`, name: "mf.manifest.error" },
        { ...LOAD, "mf.remote": `"} 1\nx${index}` },
        { name: "mf.policy.error", "error.type": `x-${index}` },
      ]);
    }
    const text = await metrics();
    expect(without(text, "mf_load_duration")).toHaveLength(2 + 2 + 1 + 1 + 1);
    expect(samples(text).every((line) => /^mf_\w+\{[^\n]*\} [\d.]+$/.test(line))).toBe(true);
  });

  test("known types of errors are labels, and they are those of the runtime", async () => {
    const { send, metrics } = await pod();
    const source = readFileSync(join(import.meta.dirname, "../../npm/runtime/src/errors.ts"), "utf8");
    const codes = [...new Set([...source.matchAll(/^ {2}(ERR_FEDSEAL_\w+):/gm)].map(([, code]) => code as string))];
    expect(codes.length).toBeGreaterThan(20);
    for (const type of [...codes, "RUNTIME-001", "RUNTIME-015", "contract/expose-removed"]) {
      await send([{ ...FAILED, "error.type": type }]);
      expect(await metrics()).toContain(`error_type="${type}"} 1`);
    }
    expect(await metrics()).not.toContain('error_type="other"');
  });

  test("organizations above the limit are one", async () => {
    const { send, server } = await pod({ organizations: 3 });
    for (let index = 0; index < 200; index++) await send([LOAD], { orgId: `org_${index}` });
    const rows = await server.loads();
    expect(rows.map(({ org, loads }) => [org, loads])).toEqual([
      ["org_0", 1],
      ["org_1", 1],
      ["org_2", 1],
      ["other", 197],
    ]);
  });
});

describe("metrics", () => {
  test("are the same text for the same counts, in whatever order they came", async () => {
    const [one, two] = [await pod(), await pod()];
    const events: [object, { orgId: string }][] = [
      [LOAD, { orgId: "org_2" }],
      [{ ...LOAD, ...CANARY, duration: 7_000 }, { orgId: "org_canary" }],
      [FAILED, { orgId: "org_1" }],
      [{ ...FAILED, "error.type": "RUNTIME-001" }, { orgId: "org_1" }],
    ];
    for (const [event, who] of events) await one.send([event], who);
    for (const [event, who] of events.reverse()) await two.send([event], who);
    const text = await one.metrics();
    expect(await two.metrics()).toBe(text);
    expect(text).toContain(
      '# HELP mf_loads_total Loads of modules, with those that failed.\n# TYPE mf_loads_total counter\nmf_loads_total{mf_remote="shop",mf_release="1.0.0",mf_channel="stable",org="org_1"} 2\n',
    );
    expect(text).toContain('mf_load_duration_seconds_bucket{le="0.25",mf_remote="shop",mf_channel="stable"} 1\n');
    expect(text).toContain('mf_load_duration_seconds_sum{mf_remote="shop",mf_channel="canary"} 7\n');
    const les = samples(text).flatMap((line) => /mf_load_duration.*le="([^"]*)".*canary/.exec(line)?.[1] ?? []);
    expect(les).toEqual(["0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "10", "30", "+Inf"]);
  });

  test("are for who has the token", async () => {
    const { metrics } = await pod();
    expect(await metrics()).toContain("mf_loads_total");
    for (const authorization of [undefined, "Bearer", "Bearer x", `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN]) {
      expect(await metrics({ headers: authorization === undefined ? {} : { authorization } })).toBe("401");
    }
    expect(await metrics({ headers: { authorization: `Bearer ${await issuer.token()}` } })).toBe("401");
  });

  test("without a token, are for connections from this machine that came through no proxy", async () => {
    const { metrics } = await pod({ metrics: {} });
    for (const remoteAddress of ["127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"]) {
      expect(await metrics({ remoteAddress, headers: {} })).toContain("mf_loads_total");
    }
    for (const remoteAddress of ["203.0.113.9", "::ffff:203.0.113.9", "2001:db8::1", "10.0.0.1"]) {
      expect(await metrics({ remoteAddress, headers: { authorization: `Bearer ${TOKEN}` } })).toBe("403");
      expect(await metrics({ remoteAddress, headers: { "x-forwarded-for": "127.0.0.1" } })).toBe("403");
    }
    for (const name of [
      ..."x-forwarded-for x-forwarded-host forwarded via x-real-ip cf-connecting-ip true-client-ip x-client-ip".split(
        " ",
      ),
      ..."x-envoy-external-address fly-client-ip x-cluster-client-ip fastly-client-ip".split(" "),
      // A page in a browser on this machine.
      ..."origin sec-fetch-site referer".split(" "),
    ]) {
      expect(await metrics({ headers: { [name]: "127.0.0.1" } }), name).toBe("403");
    }
    // A name that somebody's DNS leads here.
    for (const host of ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80"]) {
      expect(await metrics({ headers: { host } }), host).toBe("403");
    }
    for (const host of ["localhost", "localhost:3000", "127.0.0.1:9", "[::1]:3000"]) {
      expect(await metrics({ headers: { host } }), host).toContain("mf_loads_total");
    }
  });

  test("are nowhere, where nothing is said about them", async () => {
    const server = Fastify();
    ends.push(() => server.close());
    await server.register(session, { issuer: issuer.url, audience: issuer.audience, keys: issuer.keys });
    await server.register(releases, { store: (await pod()).store });
    await server.register(rum);
    expect((await server.inject("/metrics")).statusCode).toBe(404);
  });

  test.each<[object, string]>([
    [{ metrics: { token: "short" } }, "`metrics.token`"],
    [{ metrics: { token: undefined } }, "`metrics.token`"],
    [{ metrics: { token: "no header field holds this one" } }, "`metrics.token`"],
    [{ metrics: true }, "`metrics` is neither"],
    [{ organizations: 0 }, "`organizations`"],
    [{ perPerson: Number.NaN }, "`perPerson`"],
    [{ window: -1 }, "`window`"],
    [{ timeout: 0.5 }, "`timeout`"],
    [{ prefix: "" }, "`prefix`"],
  ])("%j: the server does not start", async (options, words) => {
    await expect(pod(options as RumOptions)).rejects.toThrow(words);
  });

  test("a server without `releases` does not start", async () => {
    const server = Fastify();
    ends.push(() => server.close());
    await server.register(session, { issuer: issuer.url, audience: issuer.audience, keys: issuer.keys });
    await expect(async () => await server.register(rum)).rejects.toThrow("@fedseal/fastify/releases");
    expect(() => watchCanaries(server)).toThrow("`releases` and `rum` are needed");
  });
});

describe("what stops a canary", () => {
  const sick = (sub: string) => ({ orgId: "org_canary", sub });
  const failures = (count: number) => Array.from({ length: count }, () => ({ ...FAILED, ...CANARY }));
  const loads = (count: number, claims: object) => Array.from({ length: count }, () => ({ ...LOAD, ...claims }));

  /** 40 people with 10 loads each of both, of which none failed. */
  async function healthy(one: Pod): Promise<void> {
    for (let person = 0; person < 40; person++) {
      await one.send(loads(10, STABLE), { sub: `person_${person}` });
      await one.send(loads(10, CANARY), sick(`pilot_${person}`));
    }
  }

  test("not one person, whatever they send", async () => {
    const one = await pod();
    await healthy(one);
    for (let round = 0; round < 20; round++) await one.send(failures(50), sick("mallory"));
    // Of a thousand loads, 20 count.
    const [verdict] = await one.watch.look();
    expect(verdict?.because).toContain("20 of 420 loads failed of the canary");
    expect(verdict?.verdict).not.toBe("bad");
    expect(one.audit()).toEqual([]);
  });

  test("not one person with many organizations", async () => {
    const allow = Array.from({ length: 30 }, (_, index) => `org_${index}`);
    const shop = STATE.remotes.shop as RolloutState["remotes"][string];
    const canary = { ...(shop.canary as NonNullable<typeof shop.canary>), allow };
    const state = { seq: 1, remotes: { shop: { ...shop, canary } } };
    const one = await pod({}, { state });
    for (let person = 0; person < 40; person++) await one.send(loads(10, STABLE), { sub: `person_${person}` });
    for (const orgId of allow) await one.send(failures(20), { orgId, sub: "mallory" });
    expect(await one.watch.look()).toMatchObject([{ verdict: "open" }]);
    expect(one.audit()).toEqual([]);
  });

  test("but many people do, once, and it stays stopped", async () => {
    const one = await pod();
    await healthy(one);
    for (let person = 0; person < 40; person++) await one.send(failures(2), sick(`pilot_${person}`));
    expect(await one.watch.look()).toMatchObject([{ verdict: "bad" }]);
    await one.watch.look();
    expect((await one.store.read()).remotes.shop?.canary?.stopped).toBe(true);
    expect(one.audit()).toMatchObject([
      { who: "gate", why: expect.stringContaining("80 of 480 loads failed of the canary, 0 of 400") },
    ]);
  });

  test("refused loads are failed ones: whoever has the canary does not get it", async () => {
    const one = await pod();
    await healthy(one);
    const refused = failures(2).map((event) => ({ ...event, "mf.seal": "failed" }));
    for (let person = 0; person < 40; person++) await one.send(refused, sick(`pilot_${person}`));
    expect(await one.watch.look()).toMatchObject([{ verdict: "bad" }]);
  });

  test("not what the page's policy stopped, nor manifests apart from their loads", async () => {
    const one = await pod();
    await healthy(one);
    const apart = [
      { name: "mf.policy.error", ...CANARY },
      { ...FAILED, ...CANARY, name: "mf.manifest.error" },
    ];
    for (let person = 0; person < 40; person++) await one.send([...apart, ...apart], sick(`pilot_${person}`));
    expect(await one.watch.look()).toMatchObject([{ because: expect.stringContaining("0 of 400 loads failed") }]);
  });

  test("not those who never had it", async () => {
    const one = await pod();
    await healthy(one);
    for (let person = 0; person < 40; person++) await one.send(failures(10), { sub: `person_${person}` });
    expect(await one.watch.look()).toMatchObject([{ because: expect.stringContaining("0 of 400 loads failed") }]);
  });

  test("by itself, in time; a server that closes ends it", async () => {
    const one = await pod({}, { watching: { every: 100 } });
    await healthy(one);
    for (let person = 0; person < 40; person++) await one.send(failures(2), sick(`pilot_${person}`));
    for (let round = 0; round < 200 && one.audit().length === 0; round++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(one.audit()).toMatchObject([{ who: "gate" }]);
    await one.server.close();
  });

  test.skipIf(process.env.FEDSEAL_REDIS === "none")("two pods that each saw half of it make one change", async () => {
    const redis = await RedisServer.start();
    ends.push(() => redis.kill());
    const store = () => {
      const made = redisStore({ redis: redis.url, fresh: 0 });
      ends.push(() => made.close());
      return made;
    };
    const first = store();
    await first.create(STATE, { who: "alice", why: "the first one" });
    const pods = [
      await pod({ redis: redis.url }, { store: first }),
      await pod({ redis: redis.url }, { store: store() }),
    ] as const;
    await until(async () => (await Promise.all(pods.map(({ server }) => server.loads()))).length === 2);
    for (let person = 0; person < 40; person++) {
      const one = pods[person % 2] as Pod;
      await one.send(loads(10, STABLE), { sub: `person_${person}` });
      await one.send([...loads(6, CANARY), ...failures(1)], sick(`pilot_${person}`));
    }
    for (const { server } of pods) await server.loads();
    const verdicts = await Promise.all(pods.map(({ watch }) => watch.look()));
    const because = "40 of 280 loads failed of the canary, 0 of 400 loads failed of what is stable";
    expect(verdicts.flat()).toMatchObject([
      { verdict: "bad", because },
      { verdict: "bad", because },
    ]);
    expect((await first.audit()).map(({ who }) => who)).toEqual(["gate", "alice"]);
  });
});

/** Waits until something is so; what throws is not yet. */
async function until(check: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await check().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect.fail("it never was");
}

describe.skipIf(process.env.FEDSEAL_REDIS === "none")("counts of many pods", () => {
  async function shared(options: RumOptions = {}) {
    const redis = await RedisServer.start();
    ends.push(async () => {
      redis.thaw();
      await redis.kill();
    });
    const pods = [await pod({ redis: redis.url, ...options }), await pod({ redis: redis.url, ...options })] as const;
    for (const { server } of pods) await until(async () => Array.isArray(await server.loads()));
    return { redis, pods };
  }
  const loadsOf = async ({ server }: Pod) =>
    (await server.loads()).map(({ org, loads, errors }) => [org, loads, errors]);

  test("are sums, by organization; each pod's metrics are its own", async () => {
    const { pods } = await shared();
    const [one, two] = pods;
    await one.send([LOAD, FAILED]);
    await two.send([LOAD]);
    await two.send([LOAD], { orgId: "org_2" });
    for (const each of pods) await each.server.loads();
    const sums = [
      ["org_1", 3, 1],
      ["org_2", 1, 0],
    ];
    expect(await loadsOf(one)).toEqual(sums);
    expect(await loadsOf(two)).toEqual(sums);
    expect(await one.metrics()).toContain('mf_channel="stable",org="org_1"} 2\n');
  });

  test("one person is one, in all pods", async () => {
    const { pods } = await shared({ perPerson: 5 });
    for (const one of pods) for (let round = 0; round < 4; round++) await one.send([FAILED, FAILED]);
    for (const { server } of pods) await server.loads();
    for (const { server } of pods) {
      expect(await server.judgedLoads({ remote: "shop", release: "1.0.0", channel: "stable" })).toEqual({
        loads: 5,
        errors: 5,
        people: 1,
        failing: 1,
        most: 5,
      });
    }
  });

  test("two prefixes do not read each other, and keys name nobody", async () => {
    const { redis, pods } = await shared();
    const other = await pod({ redis: redis.url, prefix: "other" });
    await until(async () => Array.isArray(await other.server.loads()));
    await pods[0].send([LOAD], { orgId: "org_1", sub: "alice@example.com" });
    await pods[0].server.loads();
    expect(await other.server.loads()).toEqual([]);
    const client = new Redis(redis.url);
    ends.push(() => client.disconnect());
    const keys = await client.keys("*");
    expect(keys.every((key) => key.startsWith("{fedseal}:rum:"))).toBe(true);
    const people = keys.find((key) => key.includes(":people:")) as string;
    expect(Object.keys(await client.hgetall(people)).filter((one) => one.includes("alice"))).toEqual([]);
    expect(await client.ttl(people)).toBeGreaterThan(0);
  });

  test("what is no count of anything now is taken out", async () => {
    const { redis, pods } = await shared();
    const client = new Redis(redis.url);
    ends.push(() => client.disconnect());
    for (const field of [
      "x",
      "[]",
      '["loads","shop","0.9.0","stable","org_1"]',
      '["more","shop","1.0.0","stable","o"]',
    ])
      await client.hset("{fedseal}:rum:totals", field, "5");
    expect(await pods[0].server.loads()).toEqual([]);
    expect(await client.hlen("{fedseal}:rum:totals")).toBe(0);
  });

  test("killed: pages notice nothing, and what they told is added when it is back", async () => {
    const { redis, pods } = await shared();
    const [one] = pods;
    await one.send([LOAD]);
    await redis.kill();
    for (let round = 0; round < 10; round++) expect((await one.send([LOAD, FAILED])).status).toBe(204);
    const error = await one.server.loads().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "ERR_FEDSEAL_RUM_UNREACHABLE", statusCode: 503 });
    await expect(one.watch.look()).rejects.toThrow("The counts of loads cannot be read");
    expect(one.audit()).toEqual([]);
    await redis.run();
    // Redis kept nothing of what it had before.
    await until(async () => (await one.server.loads()).some(({ errors }) => errors === 10));
    expect((await loadsOf(one))[0]?.[1]).toBeGreaterThanOrEqual(20);
  });

  test("frozen: nothing is lost, and nothing counted twice", async () => {
    const { redis, pods } = await shared({ timeout: 100 });
    const [one, two] = pods;
    await one.send([LOAD]);
    expect(await loadsOf(one)).toEqual([["org_1", 1, 0]]);
    redis.freeze();
    // Batches of this time are sent, and nobody says whether they arrived.
    for (let round = 0; round < 20; round++) {
      expect((await one.send([LOAD, FAILED], { sub: `person_${round % 4}` })).status).toBe(204);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    redis.thaw();
    await until(async () => (await one.server.loads())[0]?.loads === 41);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await loadsOf(two)).toEqual([["org_1", 41, 20]]);
    expect(await two.server.judgedLoads({ remote: "shop", release: "1.0.0", channel: "stable" })).toMatchObject({
      loads: 41,
      errors: 20,
      people: 5,
    });
  });

  test("a pod that closes leaves its counts", async () => {
    const { pods } = await shared();
    const [one, two] = pods;
    await one.send([LOAD]);
    await one.server.close();
    expect(await loadsOf(two)).toEqual([["org_1", 1, 0]]);
  });
});

describe("what the runtime's plugin sends", () => {
  /** Loads of Module Federation's own runtime, with a container that is there or not; the bodies that a page would send. */
  async function bodies(remote: { name: string; alias?: string }, id: string, times: number): Promise<string[]> {
    const sent: Blob[] = [];
    vi.stubGlobal("navigator", { sendBeacon: (_: string, body: Blob) => sent.push(body) > 0 });
    const container = {
      init: () => {},
      get: async (expose: string) => {
        if (expose === "./Panel") return () => ({ default: "panel" });
        throw new Error(`Module "${expose}" does not exist in container.`);
      },
    };
    const instance = createInstance({
      name: `shell_${crypto.randomUUID()}`,
      remotes: [{ ...remote, entry: "http://127.0.0.1:1/remoteEntry.js" }],
      plugins: [
        observe({ endpoint: "/api/platform/rum", releases: { shop: { release: "1.0.0", channel: "stable" } } }),
        { name: "container", loadEntry: async () => container as never },
      ],
    });
    for (let load = 0; load < times; load++) {
      await instance.loadRemote(load % 2 === 0 ? `${id}/Panel` : `${id}/Gone`).catch(() => undefined);
    }
    await until(async () => sent.length >= times / 10);
    expect(sent.every(({ type }) => type === "application/json")).toBe(true);
    return Promise.all(sent.map((body) => body.text()));
  }

  test.each<[string, { name: string; alias?: string }, string]>([
    ["by its name", { name: "shop" }, "shop"],
    ["by an alias, that is the name in the release set", { name: "shop_container", alias: "shop" }, "shop"],
    ["by its name, beside an alias", { name: "shop", alias: "store" }, "store"],
  ])("a remote %s: loads and errors count for its release", async (_, remote, id) => {
    const one = await pod();
    for (const body of await bodies(remote, id, 20)) expect((await one.send(body)).status).toBe(204);
    expect(await one.server.loads()).toEqual([
      { remote: "shop", release: "1.0.0", channel: "stable", org: "org_1", loads: 20, errors: 10, refusals: 0 },
    ]);
    const text = await one.metrics();
    expect(text).toContain('error_type="contract/expose-removed"} 10\n');
    expect(text).toContain('mf_load_duration_seconds_count{mf_remote="shop",mf_channel="stable"} 10\n');
  });
});
