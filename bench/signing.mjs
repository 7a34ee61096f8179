// What signatures cost: signing a thousand manifests, and a host that verifies each manifest it fetches, in Node and in a page.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { newKey, signBytes, signingInputs, writeCarriers } from "@fedseal/binding";
import { fetchFederationManifest } from "@fedseal/runtime";
import { checkSignatures } from "@fedseal/runtime/signature";
import { rspack } from "@rspack/core";
import { FlattenedSign, importJWK } from "jose";
import { chromium } from "playwright-core";
import { chromium as chromiumPath } from "../scripts/browsers.mjs";
import { interleave, stopwatch } from "./measure.mjs";

const NOW = Math.floor(Date.now() / 1000);
const TYPES = { ".html": "text/html", ".js": "text/javascript" };
const ALGORITHMS = ["Ed25519", "ES256"];

export async function signing({ out, scale, rounds }) {
  return [await producing(scale, rounds), ...(await verifying(out, scale, rounds))];
}

async function producing(scale, rounds) {
  const manifests = Array.from({ length: Math.max(10, Math.round(1000 * scale)) }, (_, index) => manifestOf(index));
  const variants = ALGORITHMS.flatMap((algorithm) => {
    const pair = pairOf(algorithm);
    return [
      { name: `${algorithm}: jose`, run: () => byJose(algorithm, pair, manifests) },
      { name: `${algorithm}: fedseal`, run: () => byFedseal(pair, manifests) },
    ];
  });
  const measure = async ({ run }) => {
    const stop = stopwatch();
    await run();
    return stop();
  };
  for (const variant of variants) await measure(variant);
  const rows = await interleave("Signing", variants, rounds, measure);
  const note =
    `${manifests.length.toLocaleString("en")} manifests of ${Math.round(manifests[0].length / 1024)} KiB. fedseal verifies each ` +
    "signature before it writes it, and makes a second one with Ed25519, for the response headers.";
  return { heading: "Signing manifests", note, rows };
}

async function byJose(algorithm, { privateJwk, key }, manifests) {
  const imported = await importJWK(JSON.parse(privateJwk), algorithm);
  for (const manifest of manifests) {
    const header = {
      alg: algorithm,
      kid: key.kid,
      b64: false,
      crit: ["b64"],
      ...statementFor("https://cdn.example.com"),
    };
    await new FlattenedSign(manifest).setProtectedHeader(header).sign(imported, { crit: { b64: true } });
  }
}

function byFedseal(pair, manifests) {
  for (const manifest of manifests) signed(manifest, pair, "https://cdn.example.com");
}

/** The sidecar of a manifest. */
function signed(manifest, { privateJwk, key }, origin) {
  const statement = statementFor(origin);
  const inputs = signingInputs(manifest, statement, key.jwk);
  const one = { statement, publicJwk: key.jwk, sidecar: signBytes(privateJwk, inputs.sidecar) };
  if (inputs.headers) one.headers = signBytes(privateJwk, inputs.headers);
  const { sidecar, problem } = writeCarriers(manifest, [one]);
  if (!sidecar) throw new Error(problem);
  return sidecar;
}

async function verifying(out, scale, rounds) {
  const served = new Map();
  const server = createServer((request, response) => {
    const body = served.get(request.url);
    const headers = { "content-type": TYPES[extname(request.url)] ?? "application/json" };
    response.writeHead(body ? 200 : 404, headers).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const manifest = manifestOf(0);
  const variants = [{ name: "without a signature", path: "/none.json" }];
  served.set("/none.json", manifest);
  for (const algorithm of ALGORITHMS) {
    const pair = pairOf(algorithm);
    const path = `/${algorithm}.json`;
    served.set(path, manifest).set(`${path}.sig`, signed(manifest, pair, origin));
    variants.push({ name: algorithm, path, key: JSON.parse(pair.key.jwk) });
  }
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  try {
    served.set("/page.js", await bundle(join(out, "signing")));
    served.set("/page.html", Buffer.from('<!doctype html><script src="page.js"></script>'));
    const page = await browser.newPage();
    await page.goto(`${origin}/page.html`);
    const count = Math.max(10, Math.round(500 * scale));
    const inNode = async ({ path, key }) => {
      const stop = stopwatch();
      await fetchAll(`${origin}${path}`, key, count);
      const { cpu, wall } = stop();
      return { cpu: cpu / count, wall: wall / count };
    };
    const inPage = ({ path, key }) => {
      const call = `window.fetchAll(${JSON.stringify(`${origin}${path}`)}, ${JSON.stringify(key)}, ${count})`;
      return page.evaluate(call).then((wall) => ({ wall: wall / count }));
    };
    for (const variant of variants) {
      await inNode(variant);
      await inPage(variant);
    }
    const note =
      `One manifest of ${Math.round(manifest.length / 1024)} KiB with ${FILES} files, fetched from loopback and read, ` +
      `${count.toLocaleString("en")} times in a row; times are for one. A signed one is two requests.`;
    const what = "A host that fetches a manifest";
    return [
      {
        heading: `${what}, in Node`,
        note: `${note} CPU is that of the server, too.`,
        rows: await interleave("Verifying in Node", variants, rounds, inNode),
      },
      {
        heading: `${what}, in Chromium`,
        note,
        rows: await interleave("Verifying in Chromium", variants, rounds, inPage),
        columns: [{ key: "wall", label: "wall", unit: "ms" }],
      },
    ];
  } finally {
    await browser.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

async function fetchAll(url, key, count) {
  const signature = key && checkSignatures({ shop: { policy: "require", keys: [key] } });
  const options = { cache: false, ...(signature && { remote: "shop", signature }) };
  for (let index = 0; index < count; index++) await fetchFederationManifest(url, options);
}

/** The same loop as a script of a page. */
async function bundle(out) {
  const code = `
import { fetchFederationManifest } from "@fedseal/runtime";
import { checkSignatures } from "@fedseal/runtime/signature";
${fetchAll}
window.fetchAll = async (...args) => {
  const start = performance.now();
  await fetchAll(...args);
  return performance.now() - start;
};`;
  const compiler = rspack({
    mode: "production",
    context: import.meta.dirname,
    entry: `data:text/javascript,${encodeURIComponent(code)}`,
    output: { path: out, filename: "page.js" },
  });
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, result) => compiler.close(() => (error ? reject(error) : resolve(result))));
  });
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  return readFileSync(join(out, "page.js"));
}

function pairOf(algorithm) {
  const pair = newKey(algorithm, Buffer.alloc(32, 7));
  if (!pair) throw new Error("no key");
  return pair;
}

function statementFor(origin) {
  return { remote: "shop", release: "1", origin, seq: NOW, iat: NOW, exp: NOW + 86_400 };
}

const FILES = 120;

/** A sealed manifest of ordinary size. */
function manifestOf(index) {
  const integrity = `sha384-${Buffer.alloc(48, index % 251).toString("base64")}`;
  const contentHash = Buffer.alloc(32, index % 251).toString("hex");
  const names = Array.from({ length: FILES }, (_, file) => `chunk-${file}.js`);
  const entries = names.map((name) => ({ path: "static/js", name, integrity, contentHash }));
  const css = { sync: [], async: [] };
  const entry = { name: "remoteEntry.js", path: "", type: "global", integrity, contentHash };
  return Buffer.from(
    JSON.stringify({
      id: "shop",
      name: "shop",
      metaData: { name: "shop", publicPath: "auto", buildInfo: {}, remoteEntry: entry },
      shared: [],
      remotes: [],
      exposes: [{ id: "shop:App", name: "App", path: "./App", assets: { js: { sync: entries, async: [] }, css } }],
      integrity: Object.fromEntries(
        ["remoteEntry.js", ...names.map((name) => `static/js/${name}`)].map((name) => [name, integrity]),
      ),
      release: { id: String(index) },
    }),
  );
}
