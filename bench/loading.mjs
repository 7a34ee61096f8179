// A page that loads a remote: stock Module Federation, with fedseal, and the way that needs no fedseal at load time: fetch
// every file, compare it, and let Module Federation load it then.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { rspack } from "@rspack/core";
import { FedsealPlugin } from "fedseal";
import { chromium } from "playwright-core";
import { chromium as chromiumPath } from "../scripts/browsers.mjs";
import { fill, generator, sizes } from "./data.mjs";
import { interleave } from "./measure.mjs";

/** What a request takes beside the bytes: loopback has no distance. */
const LATENCY = 20;

const VARIANTS = [
  { name: "stock Module Federation", sealed: false },
  { name: "with fedseal", sealed: true },
  { name: "fetch, verify, then load", sealed: false, first: true },
];

const COLUMNS = [
  { key: "requests", label: "requests" },
  { key: "code", label: "bytes of code" },
  { key: "manifest", label: "of the manifest" },
  { key: "paint", label: "remote's first paint", unit: "ms" },
];

export async function loading({ out, scale, rounds }) {
  const dir = join(out, "loading");
  const modules = Math.max(4, Math.round(60 * scale));
  writeApp(dir, modules, 3 * 1024 * 1024 * scale);
  const server = await serve(dir);
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  try {
    for (const sealed of [false, true]) await build(dir, sealed, server.origin);
    const measure = (variant) => load(browser, server, variant);
    for (const variant of VARIANTS) await measure(variant);
    const rows = await interleave("Loading a page", VARIANTS, rounds, measure);
    const note =
      `An expose of ${modules} modules in chunks of their own, and a style; ${LATENCY} ms for every request, nothing cached, ` +
      "a new browser context each time. Paint: from the call that loads the remote to the frame that shows it.";
    return [{ heading: "Loading a remote in Chromium", note, rows, columns: COLUMNS }];
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function load(browser, server, { sealed, first }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const kind = sealed ? "sealed" : "stock";
  await page.goto(`${server.origin}/${kind}/host/index.html`);
  await page.waitForFunction("window.load !== undefined");
  server.reset();
  const paint = await page.evaluate(
    `load(${first ? `"${server.origin}/sealed/remote/mf-manifest.json"` : "undefined"})`,
  );
  const { requests, code, manifest } = server;
  await context.close();
  return { requests, code, manifest, paint };
}

/** A remote of some weight, and a host that notes when it is seen. */
function writeApp(dir, modules, total) {
  rmSync(dir, { recursive: true, force: true });
  for (const folder of ["remote", "host"]) mkdirSync(join(dir, "app", folder), { recursive: true });
  const random = generator(7);
  const imports = sizes(random, modules, total).map((size, index) => {
    const text = fill(random, Buffer.alloc(Math.ceil((size * 3) / 4))).toString("base64");
    writeFileSync(join(dir, `app/remote/module${index}.js`), `export const text${index} = "${text}";\n`);
    return `import { text${index} } from "./module${index}.js";`;
  });
  const sum = Array.from({ length: modules }, (_, index) => `text${index}.length`).join(" + ");
  writeFileSync(join(dir, "app/remote/Panel.css"), ".panel { color: rebeccapurple; }\n");
  writeFileSync(
    join(dir, "app/remote/Panel.js"),
    `import "./Panel.css";\n${imports.join("\n")}\nexport default () => ${sum};\n`,
  );
  writeFileSync(join(dir, "app/remote/index.js"), "export {};\n");
  writeFileSync(
    join(dir, "app/host/index.js"),
    `import { verifyFederationManifestAssets, fetchFederationManifest } from "@fedseal/runtime";
window.load = async (first) => {
  const start = performance.now();
  if (first) await verifyFederationManifestAssets(first, await fetchFederationManifest(first), { concurrency: 100 });
  const { default: panel } = await import("shop/Panel");
  document.body.append(Object.assign(document.createElement("p"), { className: "panel", textContent: panel() }));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
};
`,
  );
}

async function build(dir, sealed, origin) {
  const kind = sealed ? "sealed" : "stock";
  const common = (name, federation, enforce) => ({
    mode: "production",
    context: join(dir, "app", name),
    entry: "./index.js",
    devtool: false,
    performance: false,
    output: {
      path: join(dir, kind, name),
      publicPath: "auto",
      uniqueName: federation.name,
      filename: "js/[name].[contenthash:8].js",
      cssFilename: "css/[name].[contenthash:8].css",
      crossOriginLoading: "anonymous",
    },
    module: { rules: [{ test: /\.css$/, type: "css/auto" }] },
    plugins: [
      new rspack.container.ModuleFederationPlugin({ ...federation, manifest: true }),
      ...(sealed ? [new FedsealPlugin(enforce)] : []),
    ],
  });
  const remote = common("remote", { name: "shop", filename: "remoteEntry.js", exposes: { "./Panel": "./Panel.js" } });
  // Every module in a chunk of its own: what a page loads is many files, not one.
  remote.optimization = {
    concatenateModules: false,
    splitChunks: {
      chunks: "async",
      minSize: 0,
      maxAsyncRequests: 1000,
      cacheGroups: { each: { test: /module\d+/, name: (module) => /module\d+/.exec(module.nameForCondition())[0] } },
    },
  };
  const host = common(
    "host",
    { name: "shell", remotes: { shop: `shop@${origin}/${kind}/remote/mf-manifest.json` } },
    {
      enforce: { unsealed: "block" },
    },
  );
  for (const configuration of [remote, host]) {
    await new Promise((resolve, reject) => {
      rspack(configuration, (error, stats) => {
        if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString({ all: false, errors: true })));
        else resolve();
      });
    });
  }
  const [main] = readdirSync(join(dir, kind, "host/js")).filter((file) => file.startsWith("main."));
  writeFileSync(join(dir, kind, "host/index.html"), `<!doctype html><body><script src="js/${main}"></script>`);
}

/** A static server that counts. */
async function serve(dir) {
  const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname === "/favicon.ico" || pathname.includes("..")) return response.writeHead(204).end();
    const body = readFileSync(join(dir, pathname));
    self.requests += 1;
    self[pathname.endsWith(".json") ? "manifest" : "code"] += body.length;
    const headers = {
      "content-type": types[extname(pathname)],
      "access-control-allow-origin": "*",
      "cache-control": "no-store",
    };
    setTimeout(() => response.writeHead(200, headers).end(body), LATENCY);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const self = {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests: 0,
    code: 0,
    manifest: 0,
    reset() {
      self.requests = self.code = self.manifest = 0;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
  return self;
}
