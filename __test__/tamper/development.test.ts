import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sri } from "../folders.ts";
import { folder, SCRATCH } from "../scratch.ts";
import { buildHost, buildRemote, hostConfiguration, PRODUCERS, type Producer, remoteConfiguration } from "./apps.ts";
import { launch } from "./browser.ts";
import { DevServer, freePort } from "./dev-server.ts";
import { FileServer } from "./server.ts";

/** Remotes under the dev servers of their bundlers, with hot updates. */

const APP = join(import.meta.dirname, "app");
/** As development builds name their files: an edit changes bytes, not names. */
const NAMES = { styles: "css/[name].css", output: { filename: "js/[name].js" } };
const QUIET = { infrastructureLogging: { level: "error" }, stats: "none" };
const hosts = await new FileServer().start();
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await hosts.stop();
});

const CASES = PRODUCERS.flatMap((producer) => (["script", "module"] as const).map((kind) => ({ producer, kind })));

describe.each(CASES)("$producer, $kind", ({ producer, kind }) => {
  const app = folder(SCRATCH);
  const slug = `${producer}-${kind}`.replaceAll(/[^a-z]+/g, "-");
  let dev: DevServer;

  const start = (port?: number) => {
    // A host, too, and built for development: that is no reason for the page's host to be one.
    const remotes = { other: "other@http://127.0.0.1:1/mf-manifest.json" };
    const exposes = { "./Panel": "./Panel.js", "./Late": "./Late.js" };
    const configuration = remoteConfiguration(producer, kind, {
      out: folder(),
      ...NAMES,
      federation: { exposes, remotes, shareStrategy: "loaded-first" },
      configuration: { mode: "development", context: app, ...QUIET },
    });
    return DevServer.start(producer, configuration, port);
  };

  beforeAll(async () => {
    cpSync(join(APP, "development"), app, { recursive: true });
    dev = await start();
    for (const [mode, unsealed] of [
      ["development", "block"],
      ["development", "warn"],
      ["production", "block"],
    ] as const) {
      const out = folder();
      const { errors } = await buildHost(producer, `${dev.origin}/mf-manifest.json`, {
        out,
        fedseal: { enforce: { unsealed } },
        configuration: { mode },
      });
      expect(errors).toEqual([]);
      hosts.folders.set(`${slug}-${mode}-${unsealed}`, out);
    }
  });
  afterAll(() => dev.stop());

  /** Changes files of the remote, each from one text to the next, and waits for their build. */
  const edit = async (...files: string[]) => {
    const before = dev.builds.length;
    for (const file of files) next(join(app, file));
    await dev.built(before + 1);
  };
  const visit = (host: string) => Visit.open(`${hosts.origin}/${slug}-${host}/`, remoteOf(producer, kind, dev.origin));

  test.each(["block", "warn"])("a development host on `%s` takes hot updates quietly", async (unsealed) => {
    const page = await visit(`development-${unsealed}`);
    const [text, details, late, style] = ["text.js", "details.js", "Late.js", "Panel.css"].map((file) =>
      versionOf(join(app, file)),
    ) as [number, number, number, number];
    expect(await page.panel()).toBe(`text ${text} with react 19`);

    await edit("text.js");
    await expect.poll(() => page.panel()).toBe(`text ${text + 1} with react 19`);
    await sealed(dev);
    await edit("text.js");
    await expect.poll(() => page.panel()).toBe(`text ${text + 2} with react 19`);
    await sealed(dev);
    await edit("Panel.css");
    await expect.poll(() => page.style()).toBe(`${style + 1}`);

    // What the page has not loaded yet.
    await edit("details.js", "details.css", "Late.js");
    await expect.poll(() => page.hash()).toBe(dev.hash);
    expect(await page.open()).toBe(`details ${details + 1}`);
    expect(await page.late()).toBe(`late ${late + 1}`);
    await sealed(dev);
    expect(await page.reloaded()).toBe(false);

    await page.reload();
    expect(await page.panel()).toBe(`text ${text + 2} with react 19`);
    expect(await page.open()).toBe(`details ${details + 1}`);
    expect(page.said).toEqual([]);
    expect(await page.told()).toEqual([]);
    await page.close();
  });

  test("an update that fails reloads the page", async () => {
    const page = await visit("development-block");
    const text = join(app, "text.js");
    const whole = readFileSync(text, "utf8");
    const before = dev.builds.length;
    // The bundlers put an error in its place, which the next update has to get past.
    writeFileSync(text, "export const text = (");
    await dev.built(before + 1);
    expect(dev.builds.at(-1)?.errors).not.toEqual([]);
    dev.builds.splice(0);
    writeFileSync(text, whole);
    next(text);
    await expect.poll(() => page.reloaded(), { timeout: 60_000 }).toBe(true);
    expect(await page.panel()).toBe(`text ${versionOf(text)} with react 19`);
    expect(await page.told()).toEqual([]);
    await sealed(dev);
    await page.close();
  });

  test("a production host refuses hot updates, and says so", async () => {
    const page = await visit("production-block");
    const before = await page.panel();
    await edit("text.js");
    await expect.poll(async () => (await page.told()).filter(isRefusal)).not.toEqual([]);
    const told = (await page.told()).filter(isRefusal);
    for (const { url } of told) expect(url).toContain(".hot-update.");
    expect(page.said.join("\n")).toContain("ERR_FEDSEAL_UNSEALED");
    expect(await page.panel()).toBe(before);
    await page.reload();
    expect(await page.panel()).not.toBe(before);
    await page.close();
  });

  test("a dev server that starts again", async () => {
    const page = await visit("development-block");
    const version = versionOf(join(app, "text.js"));
    await dev.stop();
    next(join(app, "text.js"));
    dev = await start(Number(new URL(dev.origin).port));
    // The client of an ES module remote takes the missing update for a failure, with the stock runtime, too.
    if (kind === "module") await page.reload();
    else await expect.poll(() => page.reloaded(), { timeout: 60_000 }).toBe(true);
    expect(await page.panel()).toBe(`text ${version + 1} with react 19`);
    expect(await page.told()).toEqual([]);
    await page.close();
  });
});

describe.each(PRODUCERS)("%s", (producer) => {
  test("lazy compilation: development hosts take what is compiled on demand, production hosts refuse it", async () => {
    const port = await freePort();
    const lazy = { entries: false, imports: true };
    const compilation = producer.startsWith("webpack")
      ? { experiments: { lazyCompilation: lazy } }
      : { lazyCompilation: { ...lazy, serverUrl: `http://127.0.0.1:${port}` } };
    const remote = remoteConfiguration(producer, "script", {
      out: folder(),
      ...NAMES,
      configuration: { mode: "development", context: join(APP, "development"), ...QUIET, ...compilation },
    });
    const dev = await DevServer.start(producer, remote, port);
    const open = async (mode: string) => {
      const host = folder();
      const { errors } = await buildHost(producer, `${dev.origin}/mf-manifest.json`, {
        out: host,
        fedseal: { enforce: { unsealed: "block" } },
        configuration: { mode },
      });
      expect(errors).toEqual([]);
      hosts.folders.set("lazy", host);
      return Visit.open(`${hosts.origin}/lazy/`);
    };

    const refusing = await open("production");
    await refusing.start("shop.open()");
    await expect.poll(async () => (await refusing.told()).some(isRefusal)).toBe(true);
    await refusing.close();
    await dev.stop();

    const again = await DevServer.start(producer, remote, port);
    const taking = await open("development");
    expect(await taking.open()).toBe("details 1");
    expect(again.builds.length).toBeGreaterThan(1);
    await sealed(again);
    expect(taking.said).toEqual([]);
    expect(await taking.told()).toEqual([]);
    await taking.close();
    await again.stop();
  });

  test("a host under a dev server of its own takes its own updates and those of the remote", async () => {
    const app = folder(SCRATCH);
    cpSync(APP, app, { recursive: true });
    const own = join(app, "host/own.js");
    writeFileSync(own, 'export const own = "own 1";\n');
    writeFileSync(
      join(app, "host/index.js"),
      'import { own } from "./own.js";\nimport("./bootstrap.js");\nwindow.own = () => own;\nimport.meta.webpackHot.accept("./own.js");\n',
    );
    const configuration = (name: string) => ({ mode: "development", context: join(app, name), ...QUIET });
    const remote = await DevServer.start(
      producer,
      remoteConfiguration(producer, "script", { out: folder(), ...NAMES, configuration: configuration("development") }),
    );
    const page = folder();
    writeFileSync(
      join(page, "index.html"),
      '<!doctype html><link rel="icon" href="data:,"><script src="js/main.js"></script>',
    );
    const host = await DevServer.start(
      producer,
      hostConfiguration(producer, `${remote.origin}/mf-manifest.json`, {
        out: folder(),
        ...NAMES,
        fedseal: { enforce: { unsealed: "block" } },
        configuration: configuration("host"),
      }),
      await freePort(),
      page,
    );
    const visit = await Visit.open(`${host.origin}/`);
    next(join(app, "development/text.js"));
    await expect.poll(() => visit.panel()).toBe("text 2 with react 19");
    next(own);
    await expect.poll(() => visit.own()).toBe("own 2");
    next(join(app, "development/text.js"));
    await expect.poll(() => visit.panel()).toBe("text 3 with react 19");
    expect(await visit.reloaded()).toBe(false);
    await sealed(remote);
    await sealed(host, "js/main.js");
    expect(visit.said).toEqual([]);
    expect(await visit.told()).toEqual([]);
    await visit.close();
    await host.stop();
    await remote.stop();
  });
});

test("what a remote loads that was built for development is held to its seals by a production host", async () => {
  const servers = await new FileServer().start();
  const inner = folder();
  const files = {
    "remoteEntry.js":
      'import "./unlisted.js";\nexport const init = async () => {};\nexport const get = async () => () => ({ default: () => "inner" });\n',
    "unlisted.js": "globalThis.__EVIL__ = 1;\n",
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(inner, file), text);
  const assets = { js: { sync: [], async: [] }, css: { sync: [], async: [] } };
  const remoteEntry = { name: "remoteEntry.js", path: "", type: "module" };
  const manifest = {
    schemaVersion: "1.0.0",
    id: "inner",
    name: "inner",
    metaData: { name: "inner", globalName: "inner", buildInfo: {}, publicPath: "auto", remoteEntry },
    shared: [],
    remotes: [],
    exposes: [{ id: "inner:Panel", name: "Panel", path: "./Panel", assets }],
    integrity: { "remoteEntry.js": sri(Buffer.from(files["remoteEntry.js"])) },
  };
  writeFileSync(join(inner, "mf-manifest.json"), JSON.stringify(manifest));
  const app = folder(SCRATCH);
  writeFileSync(join(app, "index.js"), "export {};\n");
  writeFileSync(
    join(app, "Panel.js"),
    'export default () => import("inner/Panel").then((panel) => panel.default());\n',
  );
  const outer = folder();
  await buildRemote("rspack + enhanced", "script", {
    out: outer,
    federation: { remotes: { inner: `inner@${servers.origin}/inner/mf-manifest.json` }, shared: {} },
    configuration: { mode: "development", context: app },
  });
  servers.folders.set("inner", inner).set("outer", outer);
  for (const [mode, evil] of [
    ["production", 0],
    ["development", 1],
  ] as const) {
    const host = folder();
    const { errors } = await buildHost("rspack + enhanced", `${servers.origin}/outer/mf-manifest.json`, {
      out: host,
      fedseal: { enforce: { unsealed: "block" } },
      configuration: { mode },
    });
    expect(errors).toEqual([]);
    hosts.folders.set("outer", host);
    const page = await Visit.open(`${hosts.origin}/outer/`);
    await page.panel().catch((error: Error) => error);
    expect(await page.evil(), mode).toBe(evil);
    await page.close();
  }
  await servers.stop();
});

/** A page of the host with the remote loaded. */
class Visit {
  /** Errors and warnings of the console. */
  readonly said: string[] = [];
  readonly #page: Page;
  readonly #remote: object | undefined;

  private constructor(page: Page, remote: object | undefined) {
    this.#page = page;
    this.#remote = remote;
    page.on("pageerror", (error) => this.said.push(String(error)));
    page.on("console", (message) => {
      const text = message.text();
      // Module Federation's own, of a remote that a test registers.
      if (/^(error|warning)$/.test(message.type()) && !text.includes("is already registered")) this.said.push(text);
    });
  }

  static async open(url: string, remote?: object): Promise<Visit> {
    const context = await browser.newContext();
    const visit = new Visit(await context.newPage(), remote);
    await visit.#page.goto(url);
    await visit.#load();
    return visit;
  }

  async #load(): Promise<void> {
    await this.#page.waitForFunction("window.load !== undefined");
    await this.#page.evaluate(async (remote) => {
      // biome-ignore lint/suspicious/noExplicitAny: the globals of the page
      const page = globalThis as any;
      const [instance] = page.__FEDERATION__.__INSTANCES__;
      if (remote) instance.registerRemotes([remote], { force: true });
      page.late = async () => (await instance.loadRemote("shop/Late")).default();
      page.shop = await instance.loadRemote("shop/Panel");
    }, this.#remote);
  }

  async reload(): Promise<void> {
    await this.#page.reload();
    await this.#load();
  }

  /** Whether the page was loaded again, not by the test; then the remote is loaded again. */
  async reloaded(): Promise<boolean> {
    if (await this.#evaluate("globalThis.shop !== undefined")) return false;
    await this.#load();
    return true;
  }

  /** Begins what may never end. */
  start = (expression: string) => this.#evaluate(`void ${expression}.catch(() => {})`);
  evil = () => this.#evaluate("globalThis.__EVIL__ ?? 0");
  own = () => this.#evaluate("own()");
  panel = () => this.#evaluate("shop.default()");
  open = () => this.#evaluate("shop.open()");
  late = () => this.#evaluate("late()");
  hash = () => this.#evaluate("shop.hash()");
  style = () => this.#evaluate("getComputedStyle(document.documentElement).getPropertyValue('--panel')");
  told = () => this.#evaluate("told") as Promise<{ code: string; url: string }[]>;
  close = () => this.#page.context().close();

  async #evaluate(expression: string): Promise<unknown> {
    return this.#page.evaluate(expression);
  }
}

/** Where the host's own configuration does not do: Rspack's built-in plugin calls every remote "global" in its manifest. */
function remoteOf(producer: Producer, kind: "script" | "module", origin: string): object | undefined {
  if (producer !== "rspack" || kind !== "module") return undefined;
  return { name: "shop", entry: `${origin}/remoteEntry.js`, type: "module" };
}

/** Every build went well, and the newest manifest vouches for what is served now, hot updates apart. */
async function sealed(dev: DevServer, file = "remoteEntry.js"): Promise<void> {
  for (const built of dev.builds) expect(built).toEqual({ errors: [], warnings: [] });
  const text = await (await fetch(`${dev.origin}/mf-manifest.json`)).text();
  expect(text).not.toContain("hot-update");
  const { integrity } = JSON.parse(text) as { integrity: Record<string, string> };
  expect(Object.keys(integrity)).toContain(file);
  for (const [name, token] of Object.entries(integrity)) {
    const bytes = Buffer.from(await (await fetch(`${dev.origin}/${name}`)).arrayBuffer());
    expect(sri(bytes), name).toBe(token);
  }
}

function isRefusal({ code }: { code: string }): boolean {
  return code === "ERR_FEDSEAL_UNSEALED";
}

/** The number in a file of the remote. */
function versionOf(file: string): number {
  return Number(/\d+/.exec(readFileSync(file, "utf8"))?.[0]);
}

/** Gives a file of the remote the next number. */
function next(file: string): void {
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace(/\d+/, (number) => `${Number(number) + 1}`),
  );
}
