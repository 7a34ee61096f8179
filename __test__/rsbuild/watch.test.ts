import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ModuleFederationPlugin } from "@module-federation/enhanced/rspack";
import { pluginFedseal } from "fedseal/rsbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { flaws, type Manifest, manifestOf, sri } from "../folders.ts";
import { folder, SCRATCH } from "../scratch.ts";
import { launch } from "../tamper/browser.ts";
import { freePort } from "../tamper/dev-server.ts";
import { APP, host, linesOf, type Prepared, remote, type Said } from "./builds.ts";

/** `rsbuild build --watch` and `rsbuild dev`. */

/** The app whose files carry a number, which an edit raises. */
function app(): string {
  const root = folder(SCRATCH);
  cpSync(join(APP, "development"), root, { recursive: true });
  return root;
}

function edit(root: string, file: string): void {
  const path = join(root, file);
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace(/\d+/, (number) => `${Number(number) + 1}`),
  );
}

test("a build that watches seals every build, and says so", async () => {
  const root = app();
  const out = folder();
  const { rsbuild, said } = await remote({ out, root, config: { output: { assetPrefix: "auto" } } });
  const { close } = await rsbuild.build({ watch: true });
  try {
    await expect.poll(() => sealedLines(said)).toHaveLength(1);
    const before = manifestOf(out).integrity;
    expect(flaws(out)).toEqual([]);
    edit(root, "text.js");
    await expect.poll(() => sealedLines(said), { timeout: 30_000 }).toHaveLength(2);
    expect(manifestOf(out).integrity).not.toEqual(before);
    expect(manifestOf(out).integrity).toEqual(
      Object.fromEntries(
        Object.keys(manifestOf(out).integrity).map((name) => [name, sri(readFileSync(join(out, name)))]),
      ),
    );
    expect(said.join("\n")).not.toMatch(/error/i);
  } finally {
    await close();
  }
});

describe("the dev server", () => {
  let browser: Browser;
  let page: Page;
  let shop: Dev;
  let shell: Dev;
  const root = app();
  const console: string[] = [];

  beforeAll(async () => {
    browser = await launch();
    shop = await Dev.start((config) => remote({ out: folder(), root, config }));
    shell = await Dev.start((config) =>
      host(`${shop.origin}/mf-manifest.json`, {
        out: folder(),
        fedseal: { enforce: { unsealed: "block" } },
        federation: { shareStrategy: "loaded-first" },
        config,
      }),
    );
    page = await (await browser.newContext()).newPage();
    page.on("pageerror", (error) => console.push(String(error)));
    page.on("console", (message) => {
      if (/^(error|warning)$/.test(message.type())) console.push(message.text());
    });
  });
  afterAll(async () => {
    await shell.stop();
    await shop.stop();
    await browser.close();
  });

  test("a host takes the remote and its updates, and both manifests are sealed in memory", async () => {
    await page.goto(shell.origin);
    await page.waitForFunction("window.load !== undefined");
    const panel = () => page.evaluate("load().then(({ panel }) => panel)");
    expect(await panel()).toBe("text 1 with react 19");
    for (const { origin } of [shop, shell]) await sealed(origin);

    edit(root, "text.js");
    await expect.poll(panel, { timeout: 30_000 }).toBe("text 2 with react 19");
    await sealed(shop.origin);
    await page.reload();
    await page.waitForFunction("window.load !== undefined");
    expect(await panel()).toBe("text 2 with react 19");
    expect(await page.evaluate("told")).toEqual([]);
    expect(console).toEqual([]);
  });

  test("each says once that it is sealed, and nothing else of fedseal", () => {
    for (const { said } of [shop, shell]) {
      expect(sealedLines(said)).toHaveLength(1);
      expect(linesOf(said).filter((one) => !one.includes("`html.crossorigin` is not set"))).toEqual(sealedLines(said));
      expect(said.join("\n")).not.toMatch(/^(?:warn|error)/im);
    }
  });
});

test("the dev server of a remote that Module Federation's plugin for Rsbuild does not configure", async () => {
  const federation = { name: "shop", filename: "remoteEntry.js", exposes: { "./Panel": "./Panel.js" }, dts: false };
  const tools = { rspack: { plugins: [new ModuleFederationPlugin(federation)] } };
  const root = app();
  const shop = await Dev.start((config) =>
    remote({ out: folder(), root, plugins: [pluginFedseal()], config: { ...config, tools } }),
  );
  try {
    expect(linesOf(shop.said)[0]).toContain("`dev.assetPrefix` is not set");
    const { metaData } = (await (await fetch(`${shop.origin}/mf-manifest.json`)).json()) as Manifest;
    expect(metaData.publicPath).toBe("auto");
    await sealed(shop.origin);
  } finally {
    await shop.stop();
  }
});

test("a dev server whose first build fails says that it is sealed when it is", async () => {
  const root = app();
  const text = join(root, "text.js");
  const whole = readFileSync(text, "utf8");
  writeFileSync(text, "export const text = (");
  const server = { port: await freePort(), strictPort: true, host: "127.0.0.1", printUrls: false };
  const { rsbuild, said } = await remote({ out: folder(), root, config: { mode: "development", server } });
  const started = await rsbuild.startDevServer();
  try {
    await expect.poll(() => said.join("\n"), { timeout: 30_000 }).toContain("Build error");
    expect(sealedLines(said)).toEqual([]);
    writeFileSync(text, whole);
    await expect.poll(() => sealedLines(said), { timeout: 30_000 }).toHaveLength(1);
  } finally {
    await started.server.close();
  }
});

/** An Rsbuild dev server on a free port. */
class Dev {
  readonly origin: string;
  readonly said: Said;
  readonly stop: () => Promise<void>;

  private constructor(origin: string, said: Said, stop: () => Promise<void>) {
    this.origin = origin;
    this.said = said;
    this.stop = stop;
  }

  static async start(prepare: (config: object) => Promise<Prepared>): Promise<Dev> {
    const port = await freePort();
    const server = { port, strictPort: true, host: "127.0.0.1", cors: { origin: "*" }, printUrls: false };
    const { rsbuild, said } = await prepare({ mode: "development", server });
    const started = await rsbuild.startDevServer();
    const origin = `http://127.0.0.1:${port}`;
    while (sealedLines(said).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    return new Dev(origin, said, () => started.server.close());
  }
}

/** What a server serves is what its manifest names, hot updates apart. */
async function sealed(origin: string): Promise<void> {
  const text = await (await fetch(`${origin}/mf-manifest.json`)).text();
  expect(text).not.toContain("hot-update");
  const { integrity } = JSON.parse(text) as { integrity: Record<string, string> };
  expect(Object.keys(integrity).length).toBeGreaterThan(0);
  for (const [name, token] of Object.entries(integrity)) {
    const bytes = Buffer.from(await (await fetch(`${origin}/${name}`)).arrayBuffer());
    expect(sri(bytes), name).toBe(token);
  }
}

function sealedLines(said: Said): string[] {
  return linesOf(said).filter((one) => one.startsWith("fedseal: sealed "));
}
