import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { readHeaders, signBytes, signingInputs, writeCarriers } from "@fedseal/binding";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "../tamper/browser.ts";
import { type TestKey, testKey } from "./produce.ts";

/**
 * Chromium itself enforces the response headers that fedseal writes: on `<script integrity="ed25519-…">` and on
 * `fetch(url, { integrity })`, since version 141.
 */

const BODY = 'globalThis.ran = "yes";';
const now = Math.floor(Date.now() / 1000);
const HOUR = 3600;

interface Served {
  body?: string;
  headers: Record<string, string>;
}

/** Headers of a body, signed by keys, for a time. */
function headersOf(
  keys: readonly TestKey[],
  { iat = now - HOUR, exp = now + HOUR, body = BODY } = {},
): Record<string, string> {
  const bytes = Buffer.from(body);
  const statement = { remote: "shop", release: "1", origin: "https://cdn.example.com", seq: 1, iat, exp };
  const signed = keys.map(({ privateJwk, publicJwk }) => {
    const { sidecar, headers } = signingInputs(bytes, statement, publicJwk);
    if (!sidecar || !headers) throw new Error("nothing to sign");
    return { statement, publicJwk, sidecar: signBytes(privateJwk, sidecar), headers: signBytes(privateJwk, headers) };
  });
  const carriers = writeCarriers(bytes, signed);
  if (!carriers.headers) throw new Error(carriers.problem ?? "no headers");
  const { headers, problem } = readHeaders(bytes, carriers.headers);
  expect(problem ?? "").toBe("");
  return Object.fromEntries(headers.map(({ name, value }) => [name, value]));
}

let server: Server;
let browser: Browser;
let page: Page;
let served: Served = { headers: {} };

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/") return response.setHeader("Content-Type", "text/html").end("<!doctype html>");
    const all = { "Content-Type": "text/javascript", "Cache-Control": "no-store", ...served.headers };
    for (const [name, value] of Object.entries(all)) response.setHeader(name, value);
    response.end(served.body ?? BODY);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await launch();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** Whether Chromium runs the script, and whether it gives the page the body. */
async function loads(what: Served, ...keys: TestKey[]): Promise<{ script: boolean; fetch: boolean }> {
  served = what;
  const integrity = keys.map((key) => `ed25519-${key.raw}`).join(" ");
  return page.evaluate(async (integrity) => {
    const global = globalThis as { ran?: string };
    delete global.ran;
    const url = `/a.js?${Math.random()}`;
    const script = await new Promise<boolean>((resolve) => {
      const element = Object.assign(document.createElement("script"), { src: url, integrity });
      element.onload = () => resolve(global.ran === "yes");
      element.onerror = () => resolve(false);
      document.head.append(element);
    });
    const fetched = await fetch(`${url}&f`, { integrity }).then(
      (response) => response.text().then(() => true),
      (error) => {
        if (error instanceof TypeError) return false;
        throw error;
      },
    );
    return { script, fetch: fetched };
  }, integrity);
}

const [old, young, stranger] = [testKey(1), testKey(2), testKey(4)];
const LOADED = { script: true, fetch: true };
const REFUSED = { script: false, fetch: false };

describe("Chromium enforces the headers", () => {
  test("it is a version that knows them", () => {
    expect(Number(browser.version().split(".")[0])).toBeGreaterThanOrEqual(141);
  });

  test("a good body, and a changed one", async () => {
    const headers = headersOf([old]);
    expect(await loads({ headers }, old)).toEqual(LOADED);
    expect(await loads({ headers, body: `${BODY}//` }, old)).toEqual(REFUSED);
  });

  test("another key, no headers, another body's headers", async () => {
    expect(await loads({ headers: headersOf([old]) }, stranger)).toEqual(REFUSED);
    expect(await loads({ headers: {} }, old)).toEqual(REFUSED);
    expect(await loads({ headers: headersOf([old], { body: `${BODY}//` }) }, old)).toEqual(REFUSED);
  });

  test("every header counts", async () => {
    const headers = headersOf([old]);
    const other = headersOf([old], { exp: now + 2 * HOUR });
    for (const name of Object.keys(headers)) {
      const { [name]: _, ...rest } = headers;
      expect(await loads({ headers: rest }, old), name).toEqual(REFUSED);
    }
    for (const name of ["Signature-Input", "Signature"]) {
      expect(other[name]).not.toBe(headers[name]);
      expect(await loads({ headers: { ...headers, [name]: other[name] ?? "" } }, old), name).toEqual(REFUSED);
    }
  });

  test("expiry", async () => {
    const headers = headersOf([old], { iat: now - 2 * HOUR, exp: now - HOUR });
    expect(await loads({ headers }, old)).toEqual(REFUSED);
  });

  test("two keys in rotation: pages that pin either key, or both", async () => {
    const headers = headersOf([old, young]);
    expect(await loads({ headers }, old)).toEqual(LOADED);
    expect(await loads({ headers }, young)).toEqual(LOADED);
    expect(await loads({ headers }, old, young)).toEqual(LOADED);
    expect(await loads({ headers }, stranger)).toEqual(REFUSED);
    expect(await loads({ headers: headersOf([young]) }, old, young)).toEqual(LOADED);
    expect(await loads({ headers: headersOf([young]) }, old)).toEqual(REFUSED);
    expect(await loads({ headers, body: `${BODY}//` }, old, young)).toEqual(REFUSED);
  });
});
