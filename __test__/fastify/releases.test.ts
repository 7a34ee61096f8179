import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import {
  type Canary,
  cachePolicy,
  fileStore,
  judge,
  problems,
  type RolloutState,
  releases,
  session,
  setFor,
} from "@fedseal/fastify";
import fc from "fast-check";
import Fastify from "fastify";
import { describe, expect, test } from "vitest";
import { startIssuer } from "./issuer.ts";

/** Which release an organization gets, and when a canary is promoted or stopped. */

const STABLE = { release: "1.0.0", manifest: "https://cdn.example.com/shop/1.0.0/mf-manifest.json" };
const NEXT = { release: "1.1.0", manifest: "https://cdn.example.com/shop/1.1.0/mf-manifest.json" };

function state(canary?: Partial<Canary>): RolloutState {
  return {
    seq: 7,
    remotes: { shop: { stable: STABLE, ...(canary && { canary: { ...NEXT, percent: 0, ...canary } }) } },
  };
}

const channelOf = (canary: Partial<Canary>, orgId: string) => setFor(state(canary), orgId).remotes.shop?.channel;
const ORGANIZATIONS = Array.from({ length: 20_000 }, (_, index) => `org_${index}`);

describe("who gets a canary", () => {
  test.each([0, 1, 5, 10, 33, 50, 90, 99.5, 100])("%d percent of 20,000 organizations, to half a point", (percent) => {
    const got = ORGANIZATIONS.filter((orgId) => channelOf({ percent }, orgId) === "canary").length;
    const share = (got / ORGANIZATIONS.length) * 100;
    expect(Math.abs(share - percent)).toBeLessThanOrEqual(percent === 0 || percent === 100 ? 0 : 0.5);
  });

  test("a wider share takes nobody back", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (orgId, a, b) => {
          const [less, more] = [Math.min(a, b), Math.max(a, b)];
          return channelOf({ percent: less }, orgId) !== "canary" || channelOf({ percent: more }, orgId) === "canary";
        },
      ),
    );
  });

  test("other organizations go first with another release", () => {
    const first = (release: string) =>
      new Set(ORGANIZATIONS.filter((orgId) => channelOf({ release, percent: 10 }, orgId) === "canary"));
    const [one, two] = [first("1.1.0"), first("1.2.0")];
    const both = [...one].filter((orgId) => two.has(orgId)).length;
    expect(both / one.size).toBeGreaterThan(0.05);
    expect(both / one.size).toBeLessThan(0.15);
  });

  test.each<[string, Partial<Canary>, string]>([
    ["stopped, before all else", { stopped: true, percent: 100, allow: ["org_1"] }, "stable"],
    ["denied, before allowed", { deny: ["org_1"], allow: ["org_1"], percent: 100 }, "stable"],
    ["allowed, whatever the share", { allow: ["org_1"], percent: 0 }, "canary"],
    ["the share", { percent: 100 }, "canary"],
    ["nothing", { percent: 0 }, "stable"],
  ])("%s: %s", (_, canary, expected) => {
    expect(channelOf(canary, "org_1")).toBe(expected);
  });

  test("what a page gets has nothing of who else gets what", () => {
    const [set] = [setFor(state({ allow: ["org_1", "org_secret"], deny: ["org_other"], percent: 3 }), "org_1")];
    expect(set).toEqual({ seq: 7, remotes: { shop: { ...NEXT, channel: "canary" } } });
    expect(setFor(state(), "org_1")).toEqual({ seq: 7, remotes: { shop: { ...STABLE, channel: "stable" } } });
  });
});

describe("the gate", () => {
  /** Draws loads until there is a verdict; a generator of its own, so that a run is the same one every time. */
  function run(failing: number, seed: number) {
    let random = seed;
    const draw = () => {
      random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
      return random / 2 ** 32;
    };
    const canary = { loads: 0, errors: 0 };
    const stable = { loads: 0, errors: 0 };
    for (let round = 0; round < 20_000; round++) {
      for (const [side, share] of [
        [canary, failing],
        [stable, 0.002],
        [stable, 0.002],
      ] as const) {
        side.loads += 1;
        if (draw() < share) side.errors += 1;
      }
      const { verdict } = judge(canary, stable);
      if (verdict !== "open") return { verdict, loads: canary.loads };
    }
    return { verdict: "open", loads: canary.loads };
  }

  test("stops a canary of which one load in ten fails, soon", () => {
    const runs = Array.from({ length: 50 }, (_, seed) => run(0.1, seed + 1));
    expect(runs.every(({ verdict }) => verdict === "bad")).toBe(true);
    expect(runs.map(({ loads }) => loads).sort((a, b) => a - b)[25]).toBeLessThan(200);
  });

  test("promotes one that is as good", () => {
    const runs = Array.from({ length: 50 }, (_, seed) => run(0.002, seed + 1));
    expect(runs.filter(({ verdict }) => verdict === "good").length).toBeGreaterThanOrEqual(49);
  });

  test.each([
    [{ loads: 0, errors: 0 }, { loads: 1_000, errors: 0 }, "open"],
    [{ loads: 29, errors: 29 }, { loads: 1_000, errors: 0 }, "open"],
    [{ loads: 30, errors: 15 }, { loads: 1_000, errors: 1 }, "bad"],
    [{ loads: 199, errors: 0 }, { loads: 1_000, errors: 0 }, "open"],
    [{ loads: 400, errors: 0 }, { loads: 1_000, errors: 0 }, "good"],
    [{ loads: 400, errors: 0 }, { loads: 10, errors: 0 }, "open"],
    [{ loads: 1_000, errors: 300 }, { loads: 1_000, errors: 300 }, "open"],
    [{ loads: 400, errors: 0 }, { loads: 1_000, errors: 500 }, "good"],
  ])("%j beside %j: %s", (canary, stable, verdict) => {
    const made = judge(canary, stable);
    expect(made.verdict).toBe(verdict);
    expect(made.because).toContain(`${canary.errors} of ${canary.loads} loads failed of the canary`);
  });

  test("its intervals are Wilson's", () => {
    // Newcombe (1998), Statistics in Medicine 17:857–872, table I, method 3.
    for (const [errors, loads, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const { canary } = judge({ loads, errors }, { loads: 1, errors: 0 });
      expect(canary.low).toBeCloseTo(low, 4);
      expect(canary.high).toBeCloseTo(high, 4);
    }
  });

  test.each([0.4, 1, Number.NaN])("a confidence of %d is an error", (confidence) => {
    expect(() => judge({ loads: 1, errors: 0 }, { loads: 1, errors: 0 }, { confidence })).toThrow(RangeError);
  });
});

describe("the state in a file", () => {
  const make = (value: unknown = state({ percent: 10 })) => {
    const path = join(mkdtempSync(join(tmpdir(), "fedseal-releases-")), "rollouts.json");
    writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
    return path;
  };
  const widen = (percent: number) => (before: RolloutState) => {
    const { shop } = before.remotes;
    if (!shop?.canary) return undefined;
    return { ...before, remotes: { shop: { ...shop, canary: { ...shop.canary, percent } } } };
  };

  test("a change is seen at once, has a number and a line in the audit", async () => {
    const path = make();
    const [one, two] = [fileStore(path), fileStore(path)];
    expect((await two.read()).seq).toBe(7);
    const after = await one.change({ who: "alice", why: "looks fine", to: widen(50) });
    expect(after).toMatchObject({ seq: 8, remotes: { shop: { canary: { percent: 50 } } } });
    expect(await two.read()).toEqual(after);
    const lines = readFileSync(`${path}.audit`, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      {
        seq: 8,
        who: "alice",
        why: "looks fine",
        before: { shop: { canary: { percent: 10 } } },
        after: { shop: { canary: { percent: 50 } } },
      },
    ]);
    expect(await one.change({ who: "alice", why: "nothing", to: () => undefined })).toEqual(after);
    expect(readFileSync(`${path}.audit`, "utf8").trim().split("\n")).toHaveLength(1);
  });

  test("changes of many processes at once: none is lost", async () => {
    const path = make();
    const script = join(import.meta.dirname, "change.mjs");
    await Promise.all(Array.from({ length: 6 }, () => promisify(execFile)(process.execPath, [script, path, "5"])));
    const { seq, remotes } = await fileStore(path).read();
    expect(seq).toBe(7 + 30);
    expect(remotes.shop?.canary?.percent).toBe(40);
    const lines = readFileSync(`${path}.audit`, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).seq);
    expect(lines).toEqual(Array.from({ length: 30 }, (_, index) => 8 + index));
  });

  test("a change that makes no state is refused, and changes nothing", async () => {
    const path = make();
    const store = fileStore(path);
    const before = readFileSync(path, "utf8");
    for (const percent of [-1, 101, Number.NaN]) {
      await expect(store.change({ who: "bob", why: "x", to: widen(percent) })).rejects.toThrow(
        "`canary.percent` is not 0 to 100",
      );
    }
    expect(readFileSync(path, "utf8")).toBe(before);
    await store.change({ who: "bob", why: "the lock is free again", to: widen(20) });
  });

  test.each<[unknown, string]>([
    ["{", "JSON"],
    [[], "it is not an object"],
    [{ seq: -1, remotes: {} }, "`seq` is not"],
    [{ seq: 1 }, "`remotes` is not an object"],
    [{ seq: 1, remotes: {}, more: 1 }, "`more` is no key of it"],
    [{ seq: 1, remotes: { shop: {} } }, "`remotes.shop`: `stable`: it is not an object"],
    [{ seq: 1, remotes: { shop: { stable: { release: "1" } } } }, "`manifest` is not a URL"],
    [{ seq: 1, remotes: { shop: { stable: { ...STABLE, integrity: "md5-x" } } } }, "`integrity` is not a hash"],
    [{ seq: 1, remotes: { shop: { stable: { ...STABLE, floors: { a: "1" } } } } }, "`floors` are not numbers"],
    [
      { seq: 1, remotes: { shop: { stable: STABLE, canary: { ...STABLE, percent: 1 } } } },
      "`canary` is the release that is stable",
    ],
    [{ seq: 1, remotes: { shop: { stable: STABLE, canary: { ...NEXT, percent: "10" } } } }, "`canary.percent` is not"],
    [
      { seq: 1, remotes: { shop: { stable: STABLE, canary: { ...NEXT, percent: 1, allow: "org_1" } } } },
      "`canary.allow` is no list",
    ],
    [
      { seq: 1, remotes: { shop: { stable: STABLE, canary: { ...NEXT, percent: 1, stopped: 0 } } } },
      "`canary.stopped` is not",
    ],
  ])("%j is none", async (value, words) => {
    await expect(fileStore(make(value)).read()).rejects.toThrow(words);
  });
});

describe("the route", () => {
  test("answers by the session's organization, and by nothing that a request says", async () => {
    const issuer = await startIssuer();
    const path = join(mkdtempSync(join(tmpdir(), "fedseal-releases-")), "rollouts.json");
    writeFileSync(path, JSON.stringify(state({ percent: 0, allow: ["org_canary"] })));
    const server = Fastify();
    await server.register(problems);
    await server.register(cachePolicy, { mode: "refuse" });
    await server.register(session, { issuer: issuer.url, audience: issuer.audience, keys: issuer.keys });
    await server.register(releases, { store: fileStore(path) });
    const ask = async (orgId: string) => {
      const headers = {
        authorization: `Bearer ${await issuer.token({ org_id: orgId })}`,
        cookie: "org_id=org_canary; canary=1",
        "x-org-id": "org_canary",
      };
      const response = await server.inject({ url: "/api/platform/releases?org_id=org_canary&channel=canary", headers });
      expect(response.headers["cache-control"]).toBe("private, no-store");
      return response.json();
    };
    expect(await ask("org_1")).toEqual({ seq: 7, remotes: { shop: { ...STABLE, channel: "stable" } } });
    expect(await ask("org_canary")).toEqual({ seq: 7, remotes: { shop: { ...NEXT, channel: "canary" } } });
    expect((await server.inject("/api/platform/releases")).statusCode).toBe(401);
    await server.close();
  });

  test("a server without a state does not start", async () => {
    const issuer = await startIssuer();
    const server = Fastify();
    await server.register(session, { issuer: issuer.url, audience: issuer.audience, keys: issuer.keys });
    await expect(server.register(releases, { store: fileStore("/no/such/file.json") })).rejects.toThrow("ENOENT");
    await server.close();
  });
});

test("remotes that the caller may not have are in no set of theirs", async () => {
  const issuer = await startIssuer();
  const server = Fastify();
  await server.register(problems);
  await server.register(cachePolicy);
  await server.register(session, { issuer: issuer.url, audience: issuer.audience, keys: issuer.keys });
  const path = join(mkdtempSync(join(tmpdir(), "fedseal-rollouts-")), "rollouts.json");
  const remotes = { shop: { stable: STABLE }, cart: { stable: { ...STABLE, release: "2.0.0" } } };
  writeFileSync(path, JSON.stringify({ seq: 1, remotes }));
  const bought: Record<string, string[]> = { org_1: ["shop"], org_2: ["cart", "__proto__", "gone"] };
  await server.register(releases, { store: fileStore(path), remotes: ({ orgId }) => bought[orgId] ?? [] });
  const setOf = async (org_id: string) => {
    const headers = { authorization: `Bearer ${await issuer.token({ org_id })}` };
    return Object.keys((await server.inject({ url: "/api/platform/releases", headers })).json().remotes);
  };
  expect(await setOf("org_1")).toEqual(["shop"]);
  expect(await setOf("org_2")).toEqual(["cart"]);
  expect(await setOf("org_3")).toEqual([]);
  await server.close();
});

describe("a process that is killed in a change", () => {
  const first = () => {
    const path = join(mkdtempSync(join(tmpdir(), "fedseal-rollouts-")), "rollouts.json");
    writeFileSync(path, JSON.stringify(state({ percent: 5 })));
    return path;
  };
  const ORDER = { who: "bob", why: "go on" };

  test("is in nobody's way", async () => {
    const path = first();
    const script = join(import.meta.dirname, "left-over.mjs");
    await expect(promisify(execFile)(process.execPath, [script, path])).rejects.toMatchObject({ signal: "SIGKILL" });
    expect(readdirSync(dirname(path))).toContain("rollouts.json.lock");
    const changes = Array.from({ length: 5 }, () =>
      fileStore(path).change({ ...ORDER, to: (before) => ({ ...before }) }),
    );
    const seqs = (await Promise.all(changes)).map(({ seq }) => seq);
    expect(seqs.sort((a, b) => a - b)).toEqual([8, 9, 10, 11, 12]);
    expect(readdirSync(dirname(path)).sort()).toEqual(["rollouts.json", "rollouts.json.audit"]);
  });

  test("a lock of a process that is there is waited for, and so is one that says nothing", async () => {
    for (const text of [String(process.pid), "", "x"]) {
      const path = first();
      writeFileSync(`${path}.lock`, text);
      await expect(fileStore(path).change({ ...ORDER, to: (before) => before })).rejects.toThrow(
        "delete it if no change",
      );
    }
  });

  test("half a line that it left is a line by itself", async () => {
    const path = first();
    writeFileSync(`${path}.audit`, '{"seq":8,"who":"al');
    for (let index = 0; index < 2; index++) await fileStore(path).change({ ...ORDER, to: (now) => ({ ...now }) });
    const [torn, ...lines] = readFileSync(`${path}.audit`, "utf8").trim().split("\n");
    expect(torn).toBe('{"seq":8,"who":"al');
    expect(lines.map((line) => JSON.parse(line).seq)).toEqual([8, 9]);
  });

  test("nothing is changed whose line cannot be written", async () => {
    const path = first();
    mkdirSync(`${path}.audit`);
    const before = readFileSync(path, "utf8");
    await expect(fileStore(path).change({ ...ORDER, to: (now) => ({ ...now }) })).rejects.toThrow("EISDIR");
    expect(readFileSync(path, "utf8")).toBe(before);
    expect(readdirSync(dirname(path))).not.toContain("rollouts.json.lock");
  });
});

test("two names of one file are one state, which keeps its rights", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fedseal-rollouts-"));
  const [path, link] = [join(folder, "rollouts.json"), join(folder, "link.json")];
  writeFileSync(path, JSON.stringify(state({ percent: 5 })), { mode: 0o640 });
  symlinkSync(path, link);
  const order = { who: "bob", why: "both", to: (before: RolloutState) => ({ ...before }) };
  await Promise.all([path, link, path, link].map((name) => fileStore(name).change(order)));
  expect((await fileStore(link).read()).seq).toBe(11);
  expect((await fileStore(path).read()).seq).toBe(11);
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(readFileSync(`${path}.audit`, "utf8").trim().split("\n")).toHaveLength(4);
});

test.each<[Record<string, unknown>, string]>([
  [{ store: fileStore("x"), path: "*" }, "`path` is not a path"],
  [{ store: fileStore("x"), path: "/:x" }, "`path` is not a path"],
  [{ store: fileStore("x"), remotes: ["shop"] }, "`remotes` is not a function"],
  [{ store: fileStore("x"), stores: 1 }, "`stores` is no option"],
  [{}, "`store` is needed"],
])("releases with %j: the server does not start", async (options, words) => {
  const issuer = await startIssuer();
  const server = Fastify();
  await server.register(session, { issuer: issuer.url, audience: issuer.audience, keys: issuer.keys });
  await expect(server.register(releases, options as never)).rejects.toThrow(words);
});
