import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { folderTarget, gate, release } from "./release.ts";
import { listening, serve } from "./server.ts";

/** Servers that do not answer, or not as servers should: each is "not checked", in bounded time. */

const url = (origin: string) => ({ kind: "url" as const, name: origin, url: `${origin}mf-manifest.json` });
const LIMITS = { timeout: 3000, idleTimeout: 500, maxBytes: 100_000 };

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server below HTTP. */
async function raw(answer: string): Promise<string> {
  const sockets = new Set<import("node:net").Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("data", () => socket.write(answer));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** A port on which nobody listens any more. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}/`;
}

describe("a manifest that cannot be fetched", () => {
  test.each<[string, string, () => Promise<string>]>([
    ["nobody listens", "ERR_HTTP_CONNECTION", closedPort],
    ["TLS without TLS", "ERR_HTTP", async () => (await listening(() => undefined)).replace("http:", "https:")],
    ["a server error", "the server answers 500", () => listening((_, response) => response.writeHead(500).end())],
    [
      "a redirect loop",
      "ERR_HTTP_REDIRECT_LOOP",
      () => listening((request, response) => response.writeHead(302, { location: request.url }).end()),
    ],
    [
      "an endless body",
      "ERR_HTTP_TOO_LARGE",
      () =>
        listening((_, response) => {
          const write = () => {
            while (!response.destroyed && response.write("x".repeat(10_000)));
          };
          response.on("drain", write);
          write();
        }),
    ],
    [
      "a byte per second",
      "ERR_HTTP_",
      () =>
        listening((_, response) => {
          response.writeHead(200);
          const timer = setInterval(() => response.write(" "), 300);
          response.on("close", () => clearInterval(timer));
        }),
    ],
    ["silence", "ERR_HTTP_IDLE", () => listening(() => undefined)],
    [
      "a header bomb",
      "ERR_HTTP_HEADERS_TOO_LARGE",
      () => raw(`HTTP/1.1 200 OK\r\n${"x-bomb: 1\r\n".repeat(100_000)}\r\n`),
    ],
    ["not HTTP", "ERR_HTTP_PROTOCOL", () => raw("SSH-2.0-OpenSSH\r\n\r\n")],
    ["not JSON", "it is not JSON", () => listening((_, response) => response.end("<html>"))],
    ["not UTF-8", "it is not JSON", () => listening((_, response) => response.end(Buffer.from([0x7b, 0xff, 0x7d])))],
    ["not a manifest", "not a manifest", () => listening((_, response) => response.end("[]"))],
    ["not sealed", "it is not sealed", () => listening((_, response) => response.end('{"metaData":{}}'))],
    [
      "a newer schema",
      "`schemaVersion`",
      () => listening((_, response) => response.end('{"metaData":{},"schemaVersion":"2.0.0"}')),
    ],
    [
      "a name that leads out",
      "invalid entry",
      () => listening((_, response) => response.end('{"metaData":{},"integrity":{"../a.js":"x"}}')),
    ],
  ])("%s", async (_, reason, start) => {
    const { unchecked, diagnostics } = await gate(".", [url(await start())], {}, LIMITS);
    expect(diagnostics).toEqual([]);
    expect(unchecked).toHaveLength(2);
    expect(unchecked[0]).toContain(reason);
  });
});

test("a server that stops to answer is asked a few times only", async () => {
  const { dir, dist } = await release({
    files: Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`static/js/chunk${index}.js`, `${index}`])),
  });
  let asked = 0;
  const origin = await serve(dist, (path) => {
    if (!path.includes("chunk")) return undefined;
    asked += 1;
    return false;
  });
  const { rules, diagnostics } = await gate(dir, [folderTarget(dist)], { origin }, { ...LIMITS, concurrency: 4 });
  expect(rules).toEqual(["serve/unreachable!"]);
  expect(asked).toBeLessThan(12);
  expect(diagnostics.map((one) => one.message).join("\n")).toContain("the other files: not requested after 5 failures");
});

test("a slow server does not hold up a pipeline", async () => {
  const { dir, dist } = await release({
    files: Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`static/js/chunk${index}.js`, `${index}`])),
  });
  const origin = await serve(dist, (_, draft, __, response) => {
    setTimeout(() => response.writeHead(draft.status, draft.headers).end(draft.body), 150);
    return false;
  });
  const { diagnostics } = await gate(dir, [folderTarget(dist)], { origin }, { timeout: 200, concurrency: 1 });
  const rest = diagnostics.find((one) => one.message.startsWith("the other files"));
  // By when it was given up, it had answered late or not at all.
  expect(rest?.rule).toMatch(/^serve\/(unreachable|not-checked)$/);
  expect(rest?.undecided).toBe(true);
});

test("headers that no cache understands", async () => {
  const { dir, dist } = await release();
  for (const control of ["max-age=1\u00e4", "max-age", `${"a, ".repeat(500)}b`, 'no-cache="']) {
    const origin = await serve(dist, (path, draft) => {
      if (path.includes("mf-manifest")) draft.headers["cache-control"] = control;
    });
    const { rules } = await gate(dir, [folderTarget(dist)], { origin });
    expect(rules.filter((one) => one.startsWith("cache/")).length, control).toBeGreaterThan(0);
  }
});
