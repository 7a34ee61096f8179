import type { Attempt, Visit } from "./judge.ts";

/** Policies and what a page under them tries. `S` is a server that is not the page's, `P` is the page's own. */

/** A visit, and which engines do something else than CSP3 and the gate say, by attempt. */
export interface Case extends Visit {
  title: string;
  differ?: { engine: "chromium" | "firefox" | "webkit"; attempt: number; why: string }[];
}

const HASH = `sha384-${"A".repeat(64)}`;
const URL_HASH = `sha384-${"-_".repeat(32)}`;
const PLAIN_HASH = `sha384-${"+/".repeat(32)}`;

export function cases(P: string, S: string): Case[] {
  const port = new URL(S).port;
  const self = new URL(P).port;
  const script = (url: string, more: Partial<Attempt> = {}): Attempt => ({ kind: "script", url, ...more });
  const of = (kind: Attempt["kind"], url: string): Attempt => ({ kind, url });
  const to = (url: string) => `${P}/to?${encodeURIComponent(url)}`;
  return [
    { title: "'self'", policies: ["script-src 'self'"], attempts: [script("/a.js"), script(`${S}/a.js`)] },
    { title: "'none'", policies: ["script-src 'none'"], attempts: [script("/a.js")] },
    { title: "no value", policies: ["script-src"], attempts: [script("/a.js")] },
    { title: "'none' beside others", policies: ["script-src 'none' 'self'"], attempts: [script("/a.js")] },
    {
      title: "nothing about scripts",
      policies: ["img-src 'none'"],
      attempts: [script(`${S}/a.js`), of("img", "/a.png")],
    },
    { title: "a host", policies: [`script-src 127.0.0.1:${port}`], attempts: [script(`${S}/a.js`), script("/a.js")] },
    {
      title: "another port",
      policies: [`script-src http://127.0.0.1:1`],
      attempts: [script(`${S}/a.js`)],
    },
    { title: "any port", policies: ["script-src 127.0.0.1:*"], attempts: [script(`${S}/a.js`), script("/a.js")] },
    {
      title: "any host",
      policies: [`script-src http://*:${port}`],
      attempts: [script(`${S}/a.js`), script(`http://localhost:${port}/a.js`), script("/a.js")],
    },
    {
      title: "labels",
      policies: [`script-src *.example.test`],
      attempts: [
        script("http://a.example.test/a.js"),
        script("http://b.a.example.test/a.js"),
        script("http://example.test/a.js"),
      ],
    },
    { title: "a scheme", policies: ["script-src https:"], attempts: [script("https://a.test/a.js"), script("/a.js")] },
    {
      title: "http: lets https: in",
      policies: ["script-src http:"],
      attempts: [script("https://a.test/a.js"), script("/a.js")],
    },
    {
      title: "a host is upgraded",
      policies: ["script-src http://a.test"],
      attempts: [script("https://a.test/a.js"), script("https://a.test:8443/a.js")],
    },
    {
      title: "port 80 is port 443",
      policies: ["script-src http://a.test:80"],
      attempts: [script("https://a.test/a.js")],
    },
    {
      title: "another port of https",
      policies: ["script-src http://a.test:8080"],
      attempts: [script("https://a.test:8080/a.js")],
      differ: [{ engine: "chromium", attempt: 0, why: "it upgrades on port 443 only" }],
    },
    {
      title: "'self' is upgraded",
      policies: ["script-src 'self'"],
      attempts: [script(`https://127.0.0.1:${self}/a.js`), script("https://127.0.0.1/a.js")],
    },
    {
      title: "a path",
      policies: [`script-src ${S}/js/ ${S}/one.js`],
      attempts: [
        script(`${S}/js/a.js`),
        script(`${S}/js`),
        script(`${S}/one.js`),
        script(`${S}/one.js/a.js`),
        script(`${S}/JS/a.js`),
      ],
    },
    {
      title: "a path, percent-encoded",
      policies: [`script-src ${S}/%61.js`],
      attempts: [script(`${S}/a.js`), script(`${S}/%61.js`), script(`${S}/b.js`)],
    },
    {
      title: "a query in the policy",
      policies: [`script-src ${S}/a.js?x#y`],
      attempts: [script(`${S}/a.js`), script(`${S}/b.js?x`)],
    },
    {
      title: "a redirect",
      policies: [`script-src 'self' ${S}/ok/`],
      attempts: [script(to(`${S}/other/a.js`)), script(`${S}/other/a.js`), script(to("http://localhost:1/a.js"))],
    },
    {
      title: "a nonce",
      policies: ["script-src 'nonce-abc'"],
      attempts: [
        script(`${S}/a.js`, { nonce: "abc" }),
        script(`${S}/b.js`, { nonce: "ABC" }),
        script("/c.js"),
        { kind: "inline", nonce: "abc" },
        { kind: "inline" },
      ],
    },
    {
      title: "a nonce in capitals",
      policies: ["script-src 'NONCE-abc'"],
      attempts: [script("/a.js", { nonce: "abc" })],
    },
    {
      title: "'strict-dynamic'",
      policies: [`script-src 'nonce-abc' 'strict-dynamic' ${S}`],
      attempts: [
        script(`${S}/a.js`),
        script("http://localhost:1/b.js"),
        script(`${S}/c.js`, { parserInserted: true }),
        script("/d.js", { parserInserted: true, nonce: "abc" }),
        { kind: "inline" },
      ],
    },
    {
      title: "'strict-dynamic' and workers",
      policies: ["script-src 'nonce-abc' 'strict-dynamic'"],
      attempts: [of("worker", "/worker.js")],
    },
    {
      title: "'strict-dynamic' in default-src",
      policies: ["default-src 'nonce-abc' 'strict-dynamic'"],
      attempts: [of("worker", "/worker.js"), script("/a.js"), of("img", "/a.png")],
    },
    {
      title: "hashes of external scripts",
      policies: [`script-src '${HASH}'`],
      attempts: [
        script(`${S}/a.js`, { integrity: HASH }),
        script(`${S}/b.js`),
        script(`${S}/c.js`, { integrity: `${HASH} ${PLAIN_HASH}` }),
      ],
    },
    {
      title: "hashes in base64url",
      policies: [`script-src '${URL_HASH}'`],
      attempts: [script("/a.js", { integrity: PLAIN_HASH })],
    },
    {
      title: "'unsafe-inline'",
      policies: ["script-src 'unsafe-inline'"],
      attempts: [{ kind: "inline" }, script("/a.js")],
    },
    {
      title: "'unsafe-inline' and a nonce",
      policies: ["script-src 'unsafe-inline' 'nonce-abc'"],
      attempts: [{ kind: "inline" }],
    },
    {
      title: "'unsafe-inline' and a hash",
      policies: [`script-src 'unsafe-inline' '${HASH}'`],
      attempts: [{ kind: "inline" }],
    },
    {
      title: "inline from the parser",
      policies: ["script-src 'self'"],
      attempts: [{ kind: "inline", parserInserted: true }],
    },
    {
      title: "no 'unsafe-eval'",
      policies: ["script-src 'self'"],
      attempts: [{ kind: "eval" }, { kind: "wasm" }],
      differ: [{ engine: "webkit", attempt: 1, why: "it compiles WebAssembly under every policy" }],
    },
    { title: "'unsafe-eval'", policies: ["script-src 'unsafe-eval'"], attempts: [{ kind: "eval" }, { kind: "wasm" }] },
    {
      title: "'wasm-unsafe-eval'",
      policies: ["default-src 'wasm-unsafe-eval'"],
      attempts: [{ kind: "eval" }, { kind: "wasm" }],
    },
    {
      title: "eval asks script-src",
      policies: ["script-src-elem 'none'; script-src 'unsafe-eval'"],
      attempts: [{ kind: "eval" }, script("/a.js")],
    },
    {
      title: "script-src-elem before script-src",
      policies: ["script-src-elem 'self'; script-src 'none'"],
      attempts: [script("/a.js"), script(`${S}/a.js`)],
    },
    {
      title: "default-src for all",
      policies: ["default-src 'self'"],
      attempts: [
        script("/a.js"),
        script(`${S}/a.js`),
        of("style", "/a.css"),
        of("style", `${S}/a.css`),
        of("img", `${S}/a.png`),
      ],
    },
    {
      title: "default-src, and one of its own",
      policies: [`default-src 'none'; connect-src ${S}`],
      attempts: [of("connect", `${S}/mf-manifest.json`), of("connect", "/x.json"), of("font", "/a.woff2")],
    },
    {
      title: "fonts and styles",
      policies: [`font-src ${S}; style-src ${S}`],
      attempts: [of("font", `${S}/a.woff2`), of("font", "/a.woff2"), of("style", "/a.css")],
    },
    {
      title: "workers by worker-src",
      policies: ["worker-src 'self'; script-src 'none'"],
      attempts: [of("worker", "/worker.js"), script("/a.js")],
    },
    {
      title: "workers by child-src",
      policies: ["child-src 'none'; script-src 'self'"],
      attempts: [of("worker", "/worker.js")],
    },
    {
      title: "workers by script-src",
      policies: ["script-src 'none'; default-src 'self'"],
      attempts: [of("worker", "/worker.js")],
    },
    {
      title: "frames by child-src",
      policies: ["child-src 'self'; default-src 'none'"],
      attempts: [of("frame", "/a.html"), of("frame", `${S}/a.html`)],
    },
    {
      title: "frames by frame-src",
      policies: ["frame-src 'none'; child-src 'self'"],
      attempts: [of("frame", "/a.html")],
    },
    {
      title: "WebSockets",
      policies: ["connect-src http://a.test https://b.test"],
      attempts: [of("websocket", "ws://a.test/"), of("websocket", "wss://b.test/")],
    },
    { title: "WebSockets and *", policies: ["connect-src *"], attempts: [of("websocket", `ws://127.0.0.1:${port}/`)] },
    {
      title: "WebSockets and 'self'",
      policies: ["connect-src 'self'"],
      attempts: [of("websocket", `ws://127.0.0.1:${self}/`), of("websocket", `ws://127.0.0.1:${port}/`)],
    },
    {
      title: "a source for WebSockets",
      policies: ["connect-src wss://a.test"],
      attempts: [of("websocket", "wss://a.test/"), of("websocket", "ws://a.test/"), of("connect", "https://a.test/")],
      differ: [
        { engine: "chromium", attempt: 2, why: "wss: is for WebSockets only" },
        { engine: "firefox", attempt: 2, why: "wss: is for WebSockets only" },
      ],
    },
    {
      title: "* and data:",
      policies: ["img-src *"],
      attempts: [of("img", "data:image/gif;base64,R0lGODlhAQABAAAAACw="), of("img", `${S}/a.png`)],
      differ: [{ engine: "webkit", attempt: 0, why: "* lets data: in for images" }],
    },
    {
      title: "an upgrade first",
      policies: ["script-src https://a.test; upgrade-insecure-requests"],
      attempts: [script("http://a.test/a.js")],
    },
    {
      title: "two policies in a header",
      policies: [`script-src 'self' ${S}, script-src 'self'`],
      attempts: [script("/a.js"), script(`${S}/a.js`)],
    },
    {
      title: "two headers",
      policies: [`script-src ${S}`, "script-src 'self'; img-src 'none'"],
      attempts: [script("/a.js"), script(`${S}/a.js`), of("img", "/a.png")],
    },
    {
      title: "a header and an element",
      policies: [`script-src 'self' ${S}`],
      meta: [`script-src ${S}`],
      attempts: [script("/a.js"), script(`${S}/a.js`)],
    },
    { title: "only reports", reportOnly: ["script-src 'none'"], attempts: [script("/a.js")] },
    {
      title: "the first of two directives",
      policies: ["script-src 'self'; script-src 'none'"],
      attempts: [script("/a.js")],
    },
    {
      title: "directives in capitals",
      policies: ["SCRIPT-SRC 'SELF'"],
      attempts: [script("/a.js"), script(`${S}/a.js`)],
    },
    { title: "a keyword without quotes", policies: ["script-src self"], attempts: [script("/a.js")] },
    { title: "a typing mistake in the name", policies: ["scrip-src 'none'"], attempts: [script("/a.js")] },
    {
      title: "outside of ASCII",
      policies: ["script-src 'none' \u00E9; img-src 'none'"],
      attempts: [script("/a.js"), of("img", "/a.png")],
    },
    {
      title: "three '=' in a nonce",
      policies: ["script-src 'unsafe-inline' 'nonce-abc==='"],
      attempts: [{ kind: "inline" }],
      differ: [{ engine: "webkit", attempt: 0, why: "it takes any number of =" }],
    },
  ];
}
