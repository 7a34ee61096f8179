import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, createServer as createSocketServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { type HttpLimits, httpClient } from "../../npm/fedseal/dist/http/client.js";

/** The one client of the command against servers that behave badly. Limits are small; no test depends on how fast it is. */

const servers: { close(): unknown; closeAllConnections?(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that writes bytes as they are, whatever HTTP says. */
async function serveRaw(bytes: string): Promise<string> {
  const server = createSocketServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => socket.end(bytes));
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const get = (url: string, limits: Partial<HttpLimits> = {}) => httpClient({ retries: 0, ...limits }).request(url);

const forever = (response: ServerResponse, chunk: string) => {
  const timer = setInterval(() => response.write(chunk), 5);
  response.on("close", () => clearInterval(timer));
};

describe("what a server answers", () => {
  test("any status is an answer, with headers and body", async () => {
    const url = await serve((_, response) => {
      response.writeHead(404, { "cache-control": "no-cache", "set-cookie": ["a=1", "b=2"] }).end("no");
    });
    const { status, headers, body, redirects } = await get(url);
    expect([status, headers.get("cache-control"), headers.getSetCookie(), String(body), redirects]).toEqual([
      404,
      "no-cache",
      ["a=1", "b=2"],
      "no",
      [],
    ]);
  });

  test("a compressed body is unpacked", async () => {
    const url = await serve((_, response) => response.setHeader("content-encoding", "gzip").end(gzipSync("text")));
    expect(String((await get(url)).body)).toBe("text");
  });

  test("a body without an end is cut off at the limit, also one that is small on the way", async () => {
    const endless = await serve((_, response) => forever(response, "x".repeat(1000)));
    await expect(get(endless, { maxBytes: 5000 })).rejects.toMatchObject({ code: "ERR_HTTP_TOO_LARGE" });
    const bomb = gzipSync(Buffer.alloc(1_000_000));
    const packed = await serve((_, response) => response.setHeader("content-encoding", "gzip").end(bomb));
    await expect(get(packed, { maxBytes: 5000 })).rejects.toMatchObject({ code: "ERR_HTTP_TOO_LARGE" });
  });

  test("nothing for too long, and too long altogether", async () => {
    const silent = await serve(() => {});
    await expect(get(silent, { idleTimeout: 50 })).rejects.toMatchObject({ code: "ERR_HTTP_IDLE", url: `${silent}/` });
    const begun = await serve((_, response) => response.write("x"));
    await expect(get(begun, { idleTimeout: 50 })).rejects.toMatchObject({ code: "ERR_HTTP_IDLE" });
    const drop = await serve((_, response) => forever(response, "x"));
    await expect(get(drop, { timeout: 100 })).rejects.toMatchObject({ code: "ERR_HTTP_TIMEOUT" });
  });

  test("more headers than Node takes", async () => {
    const url = await serveRaw(`HTTP/1.1 200 OK\r\nx: ${"y".repeat(100_000)}\r\n\r\n`);
    await expect(get(url)).rejects.toMatchObject({ code: "ERR_HTTP_HEADERS_TOO_LARGE" });
  });

  test.each([
    ["no HTTP", "hello\r\n\r\n"],
    ["a body that breaks off", "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort"],
    ["damaged gzip", "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 5\r\n\r\nplain"],
    ["nothing", ""],
  ])("%s", async (_, bytes) => {
    await expect(get(await serveRaw(bytes))).rejects.toMatchObject({ code: "ERR_HTTP_PROTOCOL" });
  });

  test("nobody listens, and no such name", async () => {
    const url = await serve(() => {});
    for (const server of servers.splice(0)) server.close();
    await expect(get(url)).rejects.toMatchObject({ code: "ERR_HTTP_CONNECTION" });
    await expect(get("http://nowhere.invalid/")).rejects.toMatchObject({ code: "ERR_HTTP_CONNECTION" });
  });

  test("a header that cannot be sent is not said", async () => {
    const url = await serve((_, response) => response.end("x"));
    for (const headers of [{ authorization: "s3cret\nx" }, { authorization: "s3cret\u4e2d" }, { "s3cret x": "1" }]) {
      const refused = httpClient().request(url, { headers });
      await expect(refused).rejects.toMatchObject({ name: "HttpError" });
      await expect(refused).rejects.not.toThrow("s3cret");
    }
  });

  test("a redirect that says no place", async () => {
    const url = await serve((_, response) => response.writeHead(302).end());
    await expect(get(url)).rejects.toThrow("redirects without saying where to");
  });

  test.each([
    "file:///etc/passwd",
    "ftp://a.example/",
    "not a url",
    "http://user:secret@127.0.0.1/",
    "http://127.0.0.1:1/",
  ])("%s is not asked for", async (url) => {
    const refused = get(url);
    await expect(refused).rejects.toMatchObject({ code: "ERR_HTTP_URL" });
    await expect(refused).rejects.not.toThrow("secret");
  });
});

describe("TLS", () => {
  /** A server with a certificate that nobody has signed. */
  async function serveTls(listener: RequestListener): Promise<string> {
    const dir = mkdtempSync(join(tmpdir(), "fedseal-test-"));
    const [key, cert] = [join(dir, "key.pem"), join(dir, "cert.pem")];
    const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"];
    const how = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
    execFileSync("openssl", [...how, "-keyout", key, "-out", cert, ...subject], { stdio: "pipe" });
    const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, listener);
    rmSync(dir, { recursive: true });
    server.listen(0, "127.0.0.1");
    servers.push(server);
    await once(server, "listening");
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  test("a certificate that nobody has signed, and a server that speaks no TLS", async () => {
    const url = await serveTls((_, response) => response.end("x"));
    await expect(get(url)).rejects.toMatchObject({ code: "ERR_HTTP_TLS" });
    const plain = await serve((_, response) => response.end("x"));
    // In words: OpenSSL's own message has the number of a thread and the path of a source file.
    await expect(get(plain.replace("http:", "https:"))).rejects.toMatchObject({
      code: "ERR_HTTP_TLS",
      message: expect.stringMatching(/^its certificate or TLS connection was refused: [a-z0-9 ]+$/),
    });
  });

  test("a server that ends the handshake", async () => {
    const alert = "\u0015\u0003\u0003\u0000\u0002\u0002\u0028";
    const url = await serveRaw(alert);
    await expect(get(url.replace("http:", "https:"))).rejects.toMatchObject({
      code: "ERR_HTTP_TLS",
      message: expect.stringMatching(/^its certificate or TLS connection was refused: [a-z0-9/ ]+$/),
    });
  });

  test("a redirect from https to http", async () => {
    const plain = await serve((_, response) => response.end("x"));
    const url = await serveTls((_, response) => response.writeHead(302, { location: plain }).end());
    // Read when a connection is made: the certificate is not what this is about.
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    try {
      await expect(get(url)).rejects.toMatchObject({ code: "ERR_HTTP_REDIRECT" });
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    }
  });
});

describe("redirects", () => {
  const redirecting = (next: (path: string) => string) =>
    serve((request, response) => response.writeHead(302, { location: next(request.url ?? "") }).end());

  test("are followed, and named", async () => {
    const url = await serve((request, response) => {
      if (request.url === "/") response.writeHead(301, { location: "/there#part" }).end();
      else response.end("here");
    });
    const answer = await get(url);
    expect([answer.url, String(answer.body), answer.redirects]).toEqual([`${url}/there`, "here", [`${url}/`]]);
  });

  test("in a loop, and without an end", async () => {
    await expect(get(await redirecting(() => "/"))).rejects.toMatchObject({ code: "ERR_HTTP_REDIRECT_LOOP" });
    const back = await redirecting((path) => (path === "/" ? "/a" : "/"));
    await expect(get(back)).rejects.toMatchObject({ code: "ERR_HTTP_REDIRECT_LOOP" });
    const on = await redirecting((path) => `${path}x`);
    await expect(get(on)).rejects.toMatchObject({ code: "ERR_HTTP_REDIRECTS" });
  });

  test.each(["file:///etc/passwd", "http://a b/", "javascript:alert(1)"])("to %s are refused", async (location) => {
    await expect(get(await redirecting(() => location))).rejects.toMatchObject({
      code: expect.stringMatching(/^ERR_HTTP_(REDIRECT|URL)$/),
    });
  });

  test("are the answer where that is asked for", async () => {
    const url = await redirecting(() => "/there");
    const { status, headers } = await httpClient().request(url, { redirect: "manual" });
    expect([status, headers.get("location")]).toEqual([302, "/there"]);
  });

  test("take headers along to the same origin only", async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization, request.headers["x-own"] as string);
      response.end();
    });
    const url = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: request.url === "/" ? "/again" : other }).end();
    });
    const client = httpClient({}, { [other]: { "x-own": "yes" }, "https://else.example": { "x-else": "no" } });
    await client.request(url, { headers: { authorization: "secret" } });
    expect(seen).toEqual(["secret", "secret", undefined, "yes"]);
  });
});

describe("retries", () => {
  const failing = async (status: number, headers: Record<string, string>, times: number) => {
    const state = { requests: 0 };
    const url = await serve((_, response) => {
      state.requests += 1;
      if (state.requests <= times) response.writeHead(status, headers).end();
      else response.end("ok");
    });
    return { url, state };
  };

  test.each([429, 503])("%i is asked again", async (code) => {
    const { url, state } = await failing(code, { "retry-after": "0" }, 2);
    const { status } = await httpClient({ retries: 2 }).request(url);
    expect([status, state.requests]).toEqual([200, 3]);
  });

  test("no more often than allowed", async () => {
    const { url, state } = await failing(503, { "retry-after": "0" }, 9);
    const { status } = await httpClient({ retries: 1 }).request(url);
    expect([status, state.requests]).toEqual([503, 2]);
  });

  test("not after a `Retry-After` that is longer than allowed", async () => {
    for (const after of ["86400", new Date(Date.now() + 86_400_000).toUTCString()]) {
      const { url, state } = await failing(503, { "retry-after": after }, 1);
      const { status } = await httpClient({ retries: 2 }).request(url);
      expect([status, state.requests]).toEqual([503, 1]);
    }
  });

  test("of other answers there are none", async () => {
    const { url, state } = await failing(500, {}, 1);
    expect([(await httpClient({ retries: 2 }).request(url)).status, state.requests]).toEqual([500, 1]);
  });

  test("a connection that broke off is asked for again", async () => {
    let requests = 0;
    const url = await serve((request, response) => {
      requests += 1;
      if (requests === 1) request.socket.destroy();
      else response.end("ok");
    });
    expect((await httpClient({ retries: 1 }).request(url)).status).toBe(200);
  });
});

test("no more requests at the same time than allowed, and all of them come through", async () => {
  let running = 0;
  let most = 0;
  const url = await serve((_, response) => {
    running += 1;
    most = Math.max(most, running);
    setTimeout(() => {
      running -= 1;
      response.end();
    }, 20);
  });
  const client = httpClient({ concurrency: 3 });
  const all = await Promise.all(Array.from({ length: 12 }, (_, index) => client.request(`${url}/${index}`)));
  expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
  expect(most).toBe(3);
});
