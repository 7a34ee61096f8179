import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rspack } from "@rspack/core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folder, SCRATCH } from "../scratch.ts";
import { launch } from "../tamper/browser.ts";
import { FileServer } from "../tamper/server.ts";

/** The explicit API outside Node: in a page and in a worker, on the sealer's own vectors. */

const server = await new FileServer().start();
const vectors = join(import.meta.dirname, "../vectors");
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
  const dir = folder(SCRATCH);
  writeFileSync(
    join(dir, "check.js"),
    `import { fetchFederationManifest, isFedsealError, verifyFederationManifestAssets } from "@fedseal/runtime";
export async function check(url) {
  try {
    const manifest = await fetchFederationManifest(url);
    const { verified, skipped } = await verifyFederationManifestAssets(url, manifest, { requireIntegrity: true });
    return { verified: verified.map(({ file }) => file).sort(), skipped };
  } catch (error) {
    return { code: isFedsealError(error) ? error.code : String(error), url: error.url };
  }
}
`,
  );
  writeFileSync(join(dir, "page.js"), 'import { check } from "./check.js";\nwindow.check = check;\n');
  writeFileSync(
    join(dir, "worker.js"),
    'import { check } from "./check.js";\nonmessage = async ({ data }) => postMessage(await check(data));\n',
  );
  writeFileSync(join(dir, "package.json"), '{ "type": "module", "sideEffects": true }');
  await new Promise<void>((resolve, reject) => {
    rspack(
      {
        mode: "production",
        context: dir,
        entry: { page: "./page.js", worker: "./worker.js" },
        output: { path: join(dir, "out") },
      },
      (error, stats) => (error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString())) : resolve()),
    );
  });
  writeFileSync(join(dir, "out/index.html"), '<!doctype html><script src="page.js"></script>');
  server.folders.set("app", join(dir, "out"));
  server.folders.set("shop", join(vectors, "assets"));
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const RUNS = {
  page: "check",
  worker: `(url) => new Promise((resolve) => {
    const worker = new Worker("worker.js");
    worker.onmessage = ({ data }) => { worker.terminate(); resolve(data); };
    worker.postMessage(url);
  })`,
};

describe.each(Object.entries(RUNS))("in a %s", (_, run) => {
  async function outcome(tamper?: FileServer["tamper"]): Promise<unknown> {
    const manifest = JSON.parse(readFileSync(join(vectors, "sealed.object.json"), "utf8"));
    manifest.metaData.publicPath = "auto";
    server.reset();
    server.tamper = (path, ...rest) =>
      tamper?.(path, ...rest) ?? (path.endsWith("mf-manifest.json") ? { body: JSON.stringify(manifest) } : undefined);
    const page = await browser.newPage();
    await page.goto(`${server.origin}/app/`);
    const result = await page.evaluate(`(${run})("${server.origin}/shop/mf-manifest.json")`);
    await page.close();
    return result;
  }

  test("what was sealed is verified", async () => {
    const manifest = JSON.parse(readFileSync(join(vectors, "sealed.object.json"), "utf8"));
    expect(await outcome()).toEqual({ verified: Object.keys(manifest.integrity).sort(), skipped: [] });
  });

  test("what was changed is told", async () => {
    const evil: FileServer["tamper"] = (path, body) =>
      body && path.endsWith(".js") ? { body: `${body} ` } : undefined;
    expect(await outcome(evil)).toMatchObject({ code: "ERR_FEDSEAL_INTEGRITY_MISMATCH" });
  });

  test("a redirect to another origin is refused", async () => {
    const away: FileServer["tamper"] = (path) =>
      path.endsWith("mf-manifest.json")
        ? {
            status: 302,
            headers: { location: `${server.origin.replace("127.0.0.1", "localhost")}/shop/mf-manifest.json` },
          }
        : undefined;
    expect(await outcome(away)).toMatchObject({ code: expect.stringMatching(/ERR_FEDSEAL_(REDIRECT|TOO|FETCH)/) });
  });
});
