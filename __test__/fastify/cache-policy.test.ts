import { Readable } from "node:stream";
import { type CacheClass, cachePolicy, problems, session } from "@fedseal/fastify";
import Fastify, { type FastifyInstance, type FastifyReply, type RouteHandlerMethod } from "fastify";
import { afterAll, describe, expect, test } from "vitest";

/** `cachePolicy`: every route says who may keep its answers, and no answer goes beyond that. */

const servers: FastifyInstance[] = [];
afterAll(async () => {
  for (const one of servers) await one.close();
});

async function serverWith(mode: "refuse" | "replace" = "refuse", lines: string[] = []) {
  const server = Fastify({ logger: { level: "error", stream: { write: (line: string) => void lines.push(line) } } });
  servers.push(server);
  await server.register(problems);
  await server.register(cachePolicy, { mode });
  return server;
}

async function answer(cache: CacheClass, handler: RouteHandlerMethod, mode?: "refuse" | "replace", lines?: string[]) {
  const server = await serverWith(mode, lines);
  server.get("/it", { config: { cache } }, handler);
  return server.inject("/it");
}

describe("hooks that come later", () => {
  const opened = async (_: unknown, reply: FastifyReply) => void reply.header("cache-control", "public, max-age=77");

  test("of the route itself, and of a plugin around it", async () => {
    const server = await serverWith("replace");
    server.get("/own", { config: { cache: "no-store" }, onSend: opened }, plain);
    server.get("/list", { config: { cache: { private: 9 } }, onSend: [opened, opened] }, plain);
    await server.register(async (child) => {
      child.addHook("onSend", opened);
      child.get("/child", { config: { cache: "no-store" } }, plain);
    });
    server.addHook("onSend", opened);
    for (const path of ["/own", "/list", "/child"]) {
      expect((await server.inject(path)).headers["cache-control"], path).toBe("private, no-store");
      expect((await server.inject({ method: "HEAD", url: path })).headers["cache-control"], path).toBe(
        "private, no-store",
      );
    }
  });

  test("are refused, where that is the mode", async () => {
    const server = await serverWith("refuse");
    server.get("/own", { config: { cache: "no-store" }, onSend: opened }, plain);
    expect((await server.inject("/own")).json()).toMatchObject({ status: 500, code: "ERR_FEDSEAL_CACHE_POLICY" });
  });
});

const plain: RouteHandlerMethod = async () => ({ ok: true });

describe("a class is what is sent", () => {
  test.each<[CacheClass, string]>([
    ["no-store", "private, no-store"],
    [{ private: 60 }, "private, max-age=60"],
    [{ private: 0 }, "private, max-age=0"],
    [{ public: 60 }, "public, max-age=60"],
    [{ public: 60, shared: 600 }, "public, max-age=60, s-maxage=600"],
    [{ public: 60, staleWhileRevalidate: 30 }, "public, max-age=60, stale-while-revalidate=30"],
    [{ public: 31_536_000, immutable: true }, "public, max-age=31536000, immutable"],
  ])("%j: %s", async (cache, value) => {
    const { statusCode, headers } = await answer(cache, plain);
    expect(statusCode).toBe(200);
    expect(headers["cache-control"]).toBe(value);
    const isPublic = typeof cache === "object" && "public" in cache;
    expect(headers.vary).toBe(isPublic ? undefined : "Authorization, Cookie");
  });

  test("a route may be stricter, and may vary by more", async () => {
    const stricter: [CacheClass, string][] = [
      [{ private: 60 }, "private, max-age=10"],
      [{ private: 60 }, "no-store"],
      [{ private: 60 }, "private, no-cache"],
      [{ public: 60 }, "private, max-age=60"],
      [{ public: 60, shared: 600 }, "public, max-age=5, s-maxage=500"],
      ["no-store", "no-store, max-age=0"],
    ];
    for (const [cache, value] of stricter) {
      const { statusCode, headers } = await answer(cache, async (_, reply) =>
        reply.header("cache-control", value).send("x"),
      );
      expect({ value, statusCode, sent: headers["cache-control"] }).toEqual({ value, statusCode: 200, sent: value });
    }
    const { headers } = await answer("no-store", async (_, reply) => reply.header("vary", "accept, COOKIE").send("x"));
    expect(headers.vary).toBe("accept, COOKIE, Authorization");
  });
});

const BEYOND: [CacheClass, Record<string, string | string[]>, string][] = [
  ["no-store", { "cache-control": "private, max-age=5" }, "browsers may keep it"],
  ["no-store", { "cache-control": "no-cache" }, "shared caches may keep it"],
  ["no-store", { "cache-control": "" }, "shared caches may keep it"],
  ["no-store", { "cache-control": "no-stor" }, "shared caches may keep it"],
  [{ private: 60 }, { "cache-control": "max-age=60" }, "shared caches may keep it"],
  [{ private: 60 }, { "cache-control": 'private="set-cookie", max-age=60' }, "shared caches may keep it"],
  [{ private: 60 }, { "cache-control": "private, max-age=61" }, "browsers may keep it for 61 seconds, more than 60"],
  [{ private: 60 }, { "cache-control": "private" }, "it does not say for how long browsers may keep it"],
  [
    { private: 60 },
    { "cache-control": "private, max-age=60, stale-while-revalidate=1" },
    "for 1 seconds after it is stale",
  ],
  [{ public: 60 }, { "cache-control": "public, max-age=60, s-maxage=61" }, "shared caches may keep it for 61 seconds"],
  ["no-store", { "cache-control": "no-store", "cdn-cache-control": "max-age=60" }, "shared caches may keep it"],
  [
    "no-store",
    { "cache-control": "no-store", "surrogate-control": "max-age=60" },
    "surrogate-control speaks to a vendor's caches",
  ],
  ["no-store", { "x-accel-expires": "60" }, "x-accel-expires speaks to a vendor's caches"],
  [{ public: 60 }, { "set-cookie": "id=1" }, "shared caches may keep its Set-Cookie"],
];

describe.each(BEYOND)("%j with %j", (cache, headers, words) => {
  const handler: RouteHandlerMethod = async (_, reply) => reply.headers(headers).send({ secret: "of one caller" });

  test("is refused, and nothing of it is sent", async () => {
    const response = await answer(cache, handler);
    expect(response.json()).toMatchObject({ status: 500, code: "ERR_FEDSEAL_CACHE_POLICY" });
    expect(response.json().detail).toContain("The answer of GET /it was not sent");
    expect(response.json().detail).toContain(words);
    expect(response.headers["cache-control"]).toBe("private, no-store");
    expect(response.headers["set-cookie"]).toBeUndefined();
    expect(response.body).not.toContain("of one caller");
  });

  test("is sent as no-store in production, and logged", async () => {
    const lines: string[] = [];
    const response = await answer(cache, handler, "replace", lines);
    expect(response.json()).toEqual({ secret: "of one caller" });
    expect(response.headers["cache-control"]).toBe("private, no-store");
    expect(JSON.parse(lines.join(""))).toMatchObject({ code: "ERR_FEDSEAL_CACHE_POLICY", route: "GET /it" });
    expect(lines.join("")).toContain(words);
    expect(lines.join("")).not.toContain("of one caller");
  });
});

test("Expires and headers for one CDN do not get around it", async () => {
  const headers = { expires: new Date(Date.now() + 1e9).toUTCString(), "cache-control": "private" };
  const response = await answer({ private: 5 }, async (_, reply) => reply.headers(headers).send("x"), "replace", []);
  expect(response.headers).toMatchObject({ "cache-control": "private, no-store" });
  expect(response.headers.expires).toBeUndefined();
});

test("a stream that is refused is ended", async () => {
  let stream: Readable | undefined;
  const response = await answer("no-store", async (_, reply) => {
    stream = Readable.from(["secret"]);
    return reply.header("cache-control", "max-age=5").send(stream);
  });
  expect(response.json()).toMatchObject({ code: "ERR_FEDSEAL_CACHE_POLICY" });
  expect(stream?.destroyed).toBe(true);
});

test("errors are kept by nobody, whatever the route is", async () => {
  const server = await serverWith();
  server.get("/fails", { config: { cache: { public: 60 } } }, async () => {
    throw new Error("secret reason");
  });
  server.get("/gone", { config: { cache: { public: 60 } } }, async (_, reply) => reply.code(404).send({}));
  for (const path of ["/fails", "/gone", "/nothing"]) {
    const response = await server.inject(path);
    expect(response.headers["cache-control"], path).toBe("private, no-store");
    expect(response.body).not.toContain("secret reason");
  }
});

describe("when the server starts", () => {
  const register = async (config: object) => {
    const server = await serverWith();
    server.get("/it", { config }, plain);
    await server.ready();
  };
  test.each([
    [{}, "`config.cache` of GET /it is missing"],
    [{ cache: "none" }, "it is none of the classes"],
    [{ cache: null }, "it is none of the classes"],
    [{ cache: {} }, "one of `private` and `public` is needed"],
    [{ cache: { private: 1, public: 1 } }, "one of `private` and `public` is needed"],
    [{ cache: { private: -1 } }, "`private` is not 0 to 31536000 seconds"],
    [{ cache: { private: "60" } }, "`private` is not 0 to 31536000 seconds"],
    [{ cache: { public: 1.5 } }, "`public` is not 0 to 31536000 seconds"],
    [{ cache: { private: 60, shared: 60 } }, "`shared` is no key of it"],
    [{ cache: { public: 60, maxAge: 60 } }, "`maxAge` is no key of it"],
    [{ cache: { public: 60, immutable: "yes" } }, "`immutable` is not true or false"],
  ])("%j is an error", async (config, words) => {
    await expect(register(config)).rejects.toThrow(words);
  });

  test("a public route that asks who calls is an error, one that asks nobody is none", async () => {
    const server = await serverWith();
    await server.register(session, {
      issuer: "https://issuer.example.com",
      audience: "bff",
      keys: "https://issuer.example.com/keys",
    });
    expect(() => server.get("/mine", { config: { cache: { public: 60 } } }, plain)).toThrow(
      "GET /mine asks who calls, and is public",
    );
    server.get("/open", { config: { cache: { public: 60 }, session: "none" } }, plain);
    expect((await server.inject("/open")).headers["cache-control"]).toBe("public, max-age=60");
  });

  test("a mode that does not exist", async () => {
    const server = Fastify();
    servers.push(server);
    await expect(server.register(cachePolicy, { mode: "warn" as "refuse" })).rejects.toThrow(
      '`mode` is "refuse" or "replace"',
    );
  });
});
