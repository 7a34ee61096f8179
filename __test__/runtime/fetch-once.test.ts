import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { fetchBytes } from "../../npm/runtime/dist/fetch-once.js";
import { launch } from "../tamper/browser.ts";
import { FileServer } from "../tamper/server.ts";

/** One request, whose body has a limit whatever its headers say. */

const BODY = Buffer.from(JSON.stringify(Array.from({ length: 60_000 }, (_, index) => `chunk ${index}`)));
const BLOCK = Buffer.alloc(64 * 1024, "x");
/** What an answer without an end comes to if nobody stops it. */
const ENDLESS = 256 * 1024 * 1024;
let sent = 0;

const answers: Record<string, (response: ServerResponse) => void> = {
  "/declared": (response) => response.setHeader("content-length", BODY.length).end(BODY),
  "/small": (response) => response.setHeader("content-length", 10).end(BODY.subarray(0, 10)),
  "/compressed": (response) => response.setHeader("content-encoding", "gzip").end(gzipSync(BODY)),
  "/parts": (response) => {
    response.write(BODY.subarray(0, 1000));
    setTimeout(() => response.end(BODY.subarray(1000)), 20);
  },
  // The body never comes: what refuses this has read the header.
  "/promised": (response) => response.setHeader("content-length", ENDLESS).flushHeaders(),
  "/endless": (response) => {
    const more = () => {
      while (sent < ENDLESS) {
        sent += BLOCK.length;
        if (!response.write(BLOCK)) return void response.once("drain", more);
      }
      response.end();
    };
    more();
  },
};
const server = createServer((request, response) => {
  response.setHeader("access-control-allow-origin", "*");
  answers[request.url ?? ""]?.(response);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const pages = await new FileServer().start();
pages.folders.set("dist", join(import.meta.dirname, "../../npm/runtime/dist"));
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await pages.stop();
});

const WHOLE = ["/declared", "/compressed", "/parts"];
const limit = (maxBytes: number) => ({ maxBytes, timeout: 60_000 });
const TOO_LARGE = { code: "ERR_FEDSEAL_TOO_LARGE", message: expect.stringMatching(/over \d+ bytes.*`maxBytes`/) };

describe("in Node", () => {
  test.each(WHOLE)("%s arrives whole, up to its very size", async (path) => {
    const { bytes } = await fetchBytes(origin + path, limit(BODY.length));
    expect(Buffer.from(bytes).equals(BODY)).toBe(true);
    await expect(fetchBytes(origin + path, limit(BODY.length - 1))).rejects.toMatchObject(TOO_LARGE);
  });

  test("a length that is declared is refused before the body is there", async () => {
    await expect(fetchBytes(`${origin}/promised`, limit(1000))).rejects.toMatchObject(TOO_LARGE);
  });

  test("what does not end is not read to its end", async () => {
    sent = 0;
    await expect(fetchBytes(`${origin}/endless`, limit(1000))).rejects.toMatchObject(TOO_LARGE);
    // Sockets buffer some of it.
    expect(sent).toBeLessThan(ENDLESS / 4);
  });
});

describe("in Chromium", () => {
  test("a request that was read whole is not shown as aborted", async () => {
    const browser = await launch();
    try {
      const context = await browser.newContext();
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      await devtools.send("Network.enable");
      const urls = new Map<string, string>();
      const log: string[] = [];
      devtools.on("Network.requestWillBeSent", ({ requestId, request }) => urls.set(requestId, request.url));
      const write = (id: string, what: string) => urls.get(id)?.startsWith(origin) && log.push(what);
      devtools.on("Network.loadingFinished", ({ requestId }) => write(requestId, "finished"));
      devtools.on("Network.loadingFailed", (event) =>
        write(event.requestId, `${event.errorText}, canceled: ${event.canceled}`),
      );
      const failed: string[] = [];
      page.on("requestfailed", (request) => failed.push(request.url()));
      await page.goto(`${pages.origin}/dist/`);
      const read = (path: string, maxBytes: number) =>
        page.evaluate(`import("/dist/fetch-once.js").then(({ fetchBytes }) =>
          fetchBytes("${origin}${path}", { maxBytes: ${maxBytes} }).then(({ bytes }) => bytes.length, ({ code }) => code))`);
      const repeated = [...WHOLE, "/small"].flatMap((path) => Array<string>(6).fill(path));
      for (const path of repeated) expect(await read(path, 2 ** 24)).toBe(path === "/small" ? 10 : BODY.length);
      await expect.poll(() => log.length).toBe(repeated.length);
      expect(log).toEqual(repeated.map(() => "finished"));
      expect(failed.filter((url) => url.startsWith(origin))).toEqual([]);

      sent = 0;
      for (const path of ["/compressed", "/parts", "/promised", "/endless"]) {
        expect(await read(path, 1000)).toBe("ERR_FEDSEAL_TOO_LARGE");
      }
      expect(sent).toBeLessThan(ENDLESS / 4);
    } finally {
      await browser.close();
    }
  });
});
