import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { InjectManifest as SerwistInjectManifest } from "@serwist/webpack-plugin";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generateSW } from "workbox-build";
import { GenerateSW, InjectManifest } from "workbox-webpack-plugin";
import { federation } from "../../../npm/fedseal/dist/gates/federation/area.js";
import { build, folder, remote, SCRATCH } from "../../bundlers/producers.ts";
import { fedseal } from "../../commands/fedseal.ts";
import { buildHost, buildRemote } from "../../tamper/apps.ts";
import { launch } from "../../tamper/browser.ts";
import { FileServer } from "../../tamper/server.ts";
import { contextOf } from "../context.ts";

/** Service workers that keep the manifest: found in the build, found in the folder, and what they do to a page. */

const RULE = "federation/stale-manifest-in-service-worker";
const WORKER = 'importScripts("workbox.js");\nworkbox.precaching.precacheAndRoute(self.__WB_MANIFEST);\n';
const SERWIST =
  'import { Serwist } from "serwist";\nnew Serwist({ precacheEntries: self.__SW_MANIFEST }).addEventListeners();\n';

const LIST = { sourcemap: false, skipWaiting: true, clientsClaim: true, inlineWorkboxRuntime: true };
/** The options that the guide gives. */
const GUIDE = readFileSync(join(import.meta.dirname, "../../../docs/guide/service-workers.md"), "utf8");
/** Made anew each time: the plugins add to the list. */
const without = () => ({ exclude: [/mf-manifest\.json$/, /mf-stats\.json$/] });

function source(text: string): string {
  const file = join(folder(SCRATCH), "worker.js");
  writeFileSync(file, text);
  return file;
}

describe("in the build", () => {
  const plugins = {
    GenerateSW: (options: object) => new GenerateSW({ sourcemap: false, ...options }),
    "GenerateSW, for development": (options: object) => new GenerateSW({ mode: "development", ...options }),
    // Workbox cannot compile a worker with Rspack.
    "InjectManifest, without compiling": (options: object) =>
      new InjectManifest({ swSrc: source(WORKER), swDest: "sw.js", compileSrc: false, ...options }),
    serwist: (options: object) => new SerwistInjectManifest({ swSrc: source(SERWIST), swDest: "sw.js", ...options }),
  };
  test.each(Object.entries(plugins))(
    "%s is an error with the manifest in its list, and none without",
    async (_, of) => {
      const rules = async (options: object) => {
        const { errors } = await build("rspack", remote("rspack", { plugins: [of(options)], minimize: false }));
        return errors.map((one) => /\[(.*?)\]/.exec(one)?.[1] ?? one);
      };
      expect(await rules({})).toEqual([RULE]);
      expect(await rules(without())).toEqual([]);
    },
  );

  test("the guide says so", () => {
    expect(GUIDE).toContain(`exclude: [${without().exclude.join(", ")}],`);
    expect(GUIDE).toContain('runtimeCaching: [{ urlPattern: /\\/mf-manifest\\.json$/, handler: "NetworkFirst" }],');
  });

  test("webpack with Module Federation's plugin lists no manifest, which it writes after the list", async () => {
    const plugins = [new GenerateSW({ sourcemap: false })];
    const out = folder();
    const { errors } = await build("webpack + enhanced", remote("webpack + enhanced", { out, plugins }));
    expect(errors).toEqual([]);
    expect(readFileSync(join(out, "service-worker.js"), "utf8")).not.toContain("mf-manifest.json");
  });
});

describe("a page in Chromium, over two releases", () => {
  const server = new FileServer();
  let browser: Browser;
  beforeAll(async () => {
    await server.start();
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** A release whose files keep their names, sealed by the command, with the page of a host below it. */
  async function release(
    name: string,
    text: string,
    options: object | undefined,
    afterwards?: (dist: string) => Promise<void>,
  ): Promise<string> {
    const out = folder();
    const app = folder(SCRATCH);
    cpSync(join(import.meta.dirname, "../../tamper/app"), app, { recursive: true });
    const details = join(app, "remote/details.js");
    writeFileSync(details, readFileSync(details, "utf8").replace('"details"', JSON.stringify(text)));
    await buildRemote("rspack", "script", {
      out,
      fedseal: false,
      styles: "css/[name].css",
      output: { filename: "js/[name].js", crossOriginLoading: "anonymous" },
      configuration: { context: join(app, "remote") },
      plugins: options ? [new GenerateSW({ ...LIST, ...options })] : [],
    });
    expect(fedseal(out, "seal", ".").status).toBe(0);
    await afterwards?.(out);
    const host = folder();
    const manifest = `${server.origin}/${name}/mf-manifest.json`;
    const built = await buildHost("rspack", manifest, { out: host, fedseal: { enforce: { unsealed: "block" } } });
    expect(built.errors).toEqual([]);
    cpSync(host, join(out, "page"), { recursive: true });
    return out;
  }

  async function load(page: Page): Promise<string> {
    await page.waitForFunction("window.load !== undefined");
    return (await page.evaluate("load().then(({ details }) => details, (error) => 'refused: ' + error)")) as string;
  }

  /** The worker of the release that is served now is in charge. */
  async function install(page: Page, name: string): Promise<void> {
    await page.evaluate(async (path) => {
      const registration = await navigator.serviceWorker.register(`/${path}/service-worker.js`);
      await registration.update();
      const newest = registration.installing ?? registration.waiting ?? registration.active;
      if (newest?.state === "activated") return;
      await new Promise<void>((done) => {
        newest?.addEventListener("statechange", () => newest.state === "activated" && done());
      });
    }, name);
  }

  async function visits(
    name: string,
    options: object | undefined,
    afterwards?: (dist: string) => Promise<void>,
  ): Promise<string[]> {
    const first = await release(name, "first", options, afterwards);
    const second = await release(name, "second", options, afterwards);
    const page = await browser.newPage();
    server.folders.set(name, first);
    await page.goto(`${server.origin}/${name}/page/index.html`);
    await install(page, name);
    await page.reload();
    const said = [await load(page)];
    server.folders.set(name, second);
    await page.reload();
    await install(page, name);
    for (let visit = 0; visit < 2; visit++) {
      await page.reload();
      said.push(await load(page));
    }
    await page.close();
    return said;
  }

  async function found(dist: string): Promise<string[]> {
    const outcome = await federation.run(contextOf({ dist }));
    const workers = (outcome?.diagnostics ?? []).filter(({ rule }) => rule.includes("stale"));
    return workers.map(({ rule, location }) => `${rule} ${location?.file}`);
  }

  test("with the manifest in the precache, the second release is refused on every visit", async () => {
    const [first, ...later] = await visits("stale", {});
    expect(first).toBe("first");
    expect(later).toEqual([expect.stringContaining("refused: "), expect.stringContaining("refused: ")]);
    expect(await found(server.folders.get("stale") as string)).toEqual([`${RULE} dist/service-worker.js`]);
  });

  test.each([
    ["without it", "fresh", without()],
    [
      "with the network first",
      "network",
      { ...without(), runtimeCaching: [{ urlPattern: /\/mf-manifest\.json$/, handler: "NetworkFirst" }] },
    ],
  ])("%s, the second release runs", async (_, name, options) => {
    expect(await visits(name, options)).toEqual(["first", "second", "second"]);
    expect(await found(server.folders.get(name) as string)).toEqual([]);
  });

  test("with a list of the sealed folder, the second release runs", async () => {
    const listed = async (dist: string) => {
      const globPatterns = ["**/*.{js,css}", "mf-manifest.json"];
      await generateSW({ ...LIST, globDirectory: dist, globPatterns, swDest: join(dist, "service-worker.js") });
      expect(fedseal(dist, "verify", ".").status).toBe(1);
      expect(fedseal(dist, "verify", ".", "--exclude", "service-worker.js").status).toBe(0);
    };
    expect(await visits("listed", undefined, listed)).toEqual(["first", "second", "second"]);
    expect(await found(server.folders.get("listed") as string)).toEqual([]);
  });
});
