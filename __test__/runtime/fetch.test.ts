import { type FederationManifest, type FedsealError, fetchFederationManifest, isFedsealError } from "@fedseal/runtime";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { FileServer } from "../tamper/server.ts";
import { remote } from "./manifests.ts";

const server = await new FileServer().start();
const other = await new FileServer().start();
const { dir, manifest } = remote();
let unique = 0;
let url = "";
afterAll(async () => {
  await server.stop();
  await other.stop();
});
beforeEach(() => {
  server.reset();
  other.reset();
  // A new address: nothing of an earlier test is in the cache.
  const name = `remote-${++unique}`;
  server.folders.set(name, dir);
  other.folders.set(name, dir);
  url = `${server.origin}/${name}/mf-manifest.json`;
});

/** The error of something that has to fail. */
async function failure(promise: Promise<unknown>): Promise<FedsealError> {
  const thrown = await promise.then(
    () => expect.unreachable("it did not fail"),
    (error: unknown) => error,
  );
  expect(isFedsealError(thrown), String(thrown)).toBe(true);
  return thrown as FedsealError;
}

const requests = () => server.requests.filter((line) => line.includes("mf-manifest.json")).length;

describe("reading", () => {
  test("gives the manifest, frozen", async () => {
    const read = await fetchFederationManifest(url);
    expect(read).toEqual(manifest);
    expect(Object.isFrozen(read.metaData.remoteEntry)).toBe(true);
  });

  test.each<[string, string, string]>([
    ["an index page", "<!doctype html>", "ERR_FEDSEAL_MANIFEST_INVALID"],
    ["nothing", "", "ERR_FEDSEAL_MANIFEST_INVALID"],
    ["a list", "[]", "ERR_FEDSEAL_MANIFEST_INVALID"],
    ["null", "null", "ERR_FEDSEAL_MANIFEST_INVALID"],
    ["no metaData", '{"exposes":[],"shared":[]}', "ERR_FEDSEAL_MANIFEST_INVALID"],
    ["no exposes", '{"metaData":{},"shared":[]}', "ERR_FEDSEAL_MANIFEST_INVALID"],
    [
      "another protocol",
      '{"schemaVersion":"2.0.0","metaData":{},"exposes":[],"shared":[]}',
      "ERR_FEDSEAL_SCHEMA_VERSION",
    ],
    [
      "a number for a version",
      '{"schemaVersion":1,"metaData":{},"exposes":[],"shared":[]}',
      "ERR_FEDSEAL_SCHEMA_VERSION",
    ],
  ])("refuses %s", async (_, body, code) => {
    server.tamper = () => ({ body });
    const error = await failure(fetchFederationManifest(url));
    expect(error).toMatchObject({ code, url });
    expect(error.message).toContain(url);
  });

  test("refuses bytes that are no UTF-8", async () => {
    server.tamper = () => ({ body: Buffer.from([0x7b, 0xff, 0x7d]) });
    expect(await failure(fetchFederationManifest(url))).toMatchObject({ code: "ERR_FEDSEAL_MANIFEST_INVALID" });
  });

  test("an error status is an error", async () => {
    server.tamper = () => ({ status: 503, body: JSON.stringify(manifest) });
    expect(await failure(fetchFederationManifest(url))).toMatchObject({ code: "ERR_FEDSEAL_FETCH", status: 503 });
  });
});

describe("limits", () => {
  test("size", async () => {
    expect(await failure(fetchFederationManifest(url, { maxBytes: 100 }))).toMatchObject({
      code: "ERR_FEDSEAL_TOO_LARGE",
    });
  });

  test("time, body included", async () => {
    const slow: typeof fetch = async (_input, init) =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode("{"));
            init?.signal?.addEventListener("abort", () => controller.error(new Error("aborted")));
          },
        }),
      );
    expect(await failure(fetchFederationManifest(url, { fetch: slow, timeout: 50 }))).toMatchObject({
      code: "ERR_FEDSEAL_TIMEOUT",
    });
  });

  test("retries what passes: network errors, 429 and 5xx", async () => {
    server.tamper = (_path, _body, nth) => (nth < 3 ? { status: nth === 1 ? 503 : 429 } : undefined);
    expect(await fetchFederationManifest(url, { retries: 2, retryDelay: 1 })).toEqual(manifest);
    expect(requests()).toBe(3);
  });

  test("does not retry what stays: 404, no manifest", async () => {
    server.tamper = () => ({ status: 404 });
    await failure(fetchFederationManifest(url, { retries: 3, retryDelay: 1 }));
    expect(requests()).toBe(1);
    server.tamper = () => ({ body: "no" });
    await failure(fetchFederationManifest(url, { retries: 3, retryDelay: 1 }));
    expect(requests()).toBe(2);
  });

  test("an abort ends with its own reason, also between retries", async () => {
    const reason = new Error("gone");
    await expect(fetchFederationManifest(url, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    server.tamper = () => ({ status: 503 });
    const abort = new AbortController();
    const loading = fetchFederationManifest(url, { signal: abort.signal, retries: 5, retryDelay: 60_000 });
    setTimeout(() => abort.abort(reason), 50);
    await expect(loading).rejects.toBe(reason);
  });
});

describe("the cache", () => {
  test("requests that run at the same time are one", async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => fetchFederationManifest(url)));
    expect(new Set(all).size).toBe(1);
    expect(requests()).toBe(1);
  });

  test("one who leaves does not take it from the others", async () => {
    const abort = new AbortController();
    const leaving = fetchFederationManifest(url, { signal: abort.signal });
    const staying = fetchFederationManifest(url);
    abort.abort(new Error("gone"));
    await expect(leaving).rejects.toThrow("gone");
    expect(await staying).toEqual(manifest);
  });

  test("serves for cacheTtl, unless forced or told not to", async () => {
    const options = { cacheTtl: 60_000 };
    const first = await fetchFederationManifest(url, options);
    expect(await fetchFederationManifest(url, options)).toBe(first);
    expect(requests()).toBe(1);
    await fetchFederationManifest(url, { ...options, force: true });
    await fetchFederationManifest(url, { ...options, cache: false });
    await fetchFederationManifest(url);
    expect(requests()).toBe(4);
  });

  test("one caller's manifest is nobody else's", async () => {
    server.tamper = (_path, _body, _nth, { headers }) => ({
      body: JSON.stringify({ ...manifest, id: `for ${headers.authorization ?? headers["x-tenant"] ?? "everyone"}` }),
    });
    const ask = async (options: object) => (await fetchFederationManifest(url, { cacheTtl: 60_000, ...options })).id;
    const bearer = (token: string) => ({ fetchInit: { headers: { Authorization: `Bearer ${token}` } } });
    expect(await ask({})).toBe("for everyone");
    expect(await ask(bearer("a"))).toBe("for Bearer a");
    expect(await ask(bearer("b"))).toBe("for Bearer b");
    expect(await ask({ fetchInit: { headers: new Headers([["x-tenant", "c"]]) } })).toBe("for c");
    expect(await ask(bearer("a"))).toBe("for Bearer a");
    // Two functions may send what they like.
    const custom = (id: string) => (input: unknown) => fetch(input as string, { headers: { "x-tenant": id } });
    expect(await ask({ fetch: custom("d") })).toBe("for d");
    expect(await ask({ fetch: custom("e") })).toBe("for e");
    // Header names are one, in any case and order.
    const before = requests();
    expect(await ask({ fetchInit: { headers: [["authorization", "Bearer a"]] } })).toBe("for Bearer a");
    expect(requests()).toBe(before);
  });

  test("what a looser policy let in is asked for again by a stricter one", async () => {
    await fetchFederationManifest(url, { cacheTtl: 60_000 });
    const error = await failure(
      fetchFederationManifest(url, { cacheTtl: 60_000, origins: ["https://cdn.example.com"] }),
    );
    expect(error).toMatchObject({ code: "ERR_FEDSEAL_ORIGIN" });
  });

  test("is stale only if asked to be, and only for a server that cannot be reached", async () => {
    const stale = { cacheTtl: 1, staleIfError: 60_000 };
    const first = await fetchFederationManifest(url, stale);
    await new Promise((resolve) => setTimeout(resolve, 5));
    server.tamper = () => ({ status: 500 });
    expect(await fetchFederationManifest(url, stale)).toBe(first);
    await failure(fetchFederationManifest(url, { cacheTtl: 1 }));
    server.tamper = () => ({ status: 403 });
    expect(await failure(fetchFederationManifest(url, stale))).toMatchObject({
      code: "ERR_FEDSEAL_FETCH",
      status: 403,
    });
    server.tamper = () => ({ body: "<!doctype html>" });
    expect(await failure(fetchFederationManifest(url, stale))).toMatchObject({ code: "ERR_FEDSEAL_MANIFEST_INVALID" });
  });
});

describe("origins and redirects", () => {
  const to = (location: string) => () => ({ status: 302, headers: { location } });
  const elsewhere = () => url.replace(server.origin, other.origin);

  test.each(["error", "same-origin", "origins"] as const)("%s", async (redirect) => {
    server.tamper = (path) =>
      path.endsWith("/start.json") ? { status: 302, headers: { location: "mf-manifest.json" } } : undefined;
    const start = url.replace("mf-manifest", "start");
    const within = fetchFederationManifest(start, { redirect, origins: [server.origin] });
    if (redirect === "error")
      expect(await failure(within)).toMatchObject({ code: expect.stringMatching(/_REDIRECT|_FETCH/) });
    else expect(await within).toEqual(manifest);

    server.tamper = to(elsewhere());
    const away = fetchFederationManifest(url, { redirect, origins: [server.origin, other.origin] });
    if (redirect === "origins") expect(await away).toEqual(manifest);
    else expect(await failure(away)).toMatchObject({ code: expect.stringMatching(/_REDIRECT|_FETCH/) });
    expect(other.requests).toHaveLength(redirect === "origins" ? 1 : 0);
  });

  test("a redirect off the list is refused, and the target not asked", async () => {
    server.tamper = to(elsewhere());
    const error = await failure(fetchFederationManifest(url, { redirect: "origins", origins: [server.origin] }));
    expect(error).toMatchObject({ code: "ERR_FEDSEAL_REDIRECT", location: elsewhere() });
    expect(other.requests).toEqual([]);
  });

  test("circles end", async () => {
    server.tamper = to(url);
    expect(await failure(fetchFederationManifest(url))).toMatchObject({ code: "ERR_FEDSEAL_REDIRECT" });
  });

  test("headers and credentials stay with the first origin", async () => {
    let seen: unknown[] = [];
    server.tamper = to(elsewhere());
    other.tamper = (_path, _body, _nth, { headers }) => {
      seen = [headers.authorization, headers.cookie, headers["x-api-key"]];
      return undefined;
    };
    const headers = { Authorization: "Bearer a", Cookie: "b", "X-Api-Key": "c" };
    await fetchFederationManifest(url, {
      redirect: "origins",
      origins: [server.origin, other.origin],
      fetchInit: { headers },
    });
    expect(seen).toEqual([undefined, undefined, undefined]);
  });

  test.each<[string, string[], boolean]>([
    ["https://a.example", ["https://a.example"], true],
    ["https://a.example:443/x", ["https://a.example"], true],
    ["http://a.example", ["https://a.example"], false],
    ["https://a.example:8443", ["https://a.example"], false],
    ["https://a.example.evil.example", ["https://a.example"], false],
    ["https://sub.a.example", ["https://*.a.example"], true],
    ["https://a.example", ["https://*.a.example"], false],
    ["https://evila.example", ["https://*.a.example"], false],
    ["https://a.example", [], false],
    ["data:text/plain,x", ["https://a.example"], false],
  ])("%s on %j: %s", async (address, origins, allowed) => {
    const answer: typeof fetch = async () => new Response(JSON.stringify(manifest));
    const asked = fetchFederationManifest(address, { origins, fetch: answer, cache: false });
    if (allowed) expect(await asked).toEqual(manifest as FederationManifest);
    else expect(await failure(asked)).toMatchObject({ code: "ERR_FEDSEAL_ORIGIN" });
  });

  test.each([
    "*",
    "https://*",
    "a.example",
    "https://a.example/path",
    "https://a.*.example",
    "null",
    "https://u:p@a.example",
  ])("%s is no origin", async (item) => {
    expect(await failure(fetchFederationManifest(url, { origins: [item] }))).toMatchObject({
      code: "ERR_FEDSEAL_OPTIONS",
    });
  });
});
