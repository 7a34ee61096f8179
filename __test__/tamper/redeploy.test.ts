import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folder, SCRATCH } from "../scratch.ts";
import { buildHost, buildRemote, PRODUCERS } from "./apps.ts";
import { launch } from "./browser.ts";
import { FileServer } from "./server.ts";

/** Many at once, and a remote that is deployed again while a page is open. */

/** What was reported, without the advice to send Integrity-Policy. */
const TOLD = 'told.filter(({ code }) => code !== "ERR_FEDSEAL_INTEGRITY_POLICY")';
const APP = join(import.meta.dirname, "app");
const remotes = await new FileServer().start();
const hosts = await new FileServer().start();
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await remotes.stop();
  await hosts.stop();
});

describe.each(PRODUCERS)("%s", (producer) => {
  describe.each(["script", "module"] as const)("%s", (kind) => {
    const slug = `${producer}-${kind}`.replaceAll(/[^a-z]+/g, "-");
    const first = folder();
    const second = folder();
    const host = folder();
    const base = `${remotes.origin}/${slug}`;
    const byEntry = producer === "rspack" && kind === "module";

    beforeAll(async () => {
      await buildRemote(producer, kind, { out: first });
      // The next release: another panel, other details.
      const app = folder(SCRATCH);
      cpSync(APP, app, { recursive: true });
      for (const file of ["Panel.js", "details.js"]) {
        const path = join(app, "remote", file);
        writeFileSync(
          path,
          readFileSync(path, "utf8").replace(/"details"|panel with/, (text) =>
            text === "panel with" ? "new panel with" : '"new details"',
          ),
        );
      }
      await buildRemote(producer, kind, { out: second, configuration: { context: join(app, "remote") } });
      // The host calls the explicit API, as an application does.
      const api = folder(SCRATCH);
      cpSync(APP, api, { recursive: true });
      const bootstrap = join(api, "host/bootstrap.js");
      writeFileSync(
        bootstrap,
        `import * as runtime from "@fedseal/runtime";\nwindow.runtime = runtime;\n${readFileSync(bootstrap, "utf8")}`,
      );
      const built = await buildHost(producer, `${base}/mf-manifest.json`, {
        out: host,
        fedseal: { enforce: { unsealed: "block" } },
        configuration: { context: join(api, "host") },
      });
      expect(built.errors).toEqual([]);
      hosts.folders.set(slug, host);
    });

    async function open(): Promise<Page> {
      remotes.folders.set(slug, first);
      remotes.reset();
      const page = await browser.newPage();
      await page.goto(`${hosts.origin}/${slug}/`);
      await page.waitForFunction("window.load !== undefined");
      return page;
    }

    test("50 loads and 50 registrations at once fetch the manifest once", async () => {
      const page = await open();
      const entry = JSON.stringify({ name: "shop", entry: `${base}/remoteEntry.js`, type: "module" });
      const load = byEntry ? `instance.registerRemotes([${entry}], { force: true });` : "";
      const results = (await page.evaluate(`(async () => {
        const [instance] = __FEDERATION__.__INSTANCES__; ${load}
        return Promise.all(Array.from({ length: 50 }, () => instance.loadRemote("shop/Panel").then((panel) => panel.default())));
      })()`)) as string[];
      expect(new Set(results)).toEqual(new Set(["panel with react 19"]));
      expect(results).toHaveLength(50);
      expect(remotes.requests.filter((line) => line.endsWith("mf-manifest.json"))).toHaveLength(1);
      expect(new Set(remotes.requests).size).toBe(remotes.requests.length);

      const registered = await page.evaluate(`Promise.all(Array.from({ length: 50 }, () =>
        runtime.registerManifestRemote("other", "${base}/mf-manifest.json"))).then((all) => new Set(all).size)`);
      expect(registered).toBe(1);
      expect(remotes.requests.filter((line) => line.endsWith("mf-manifest.json"))).toHaveLength(2);
      await page.close();
    });

    if (byEntry) {
      test("a remote that was registered by its entry is not refreshed, and the error says so", async () => {
        const page = await open();
        const entry = JSON.stringify({ name: "shop", entry: `${base}/remoteEntry.js`, type: "module" });
        const said = await page.evaluate(`(async () => {
          __FEDERATION__.__INSTANCES__[0].registerRemotes([${entry}], { force: true });
          return runtime.refreshRemote("shop").catch((error) => error.message);
        })()`);
        expect(said).toMatch(/^ERR_FEDSEAL_OPTIONS: \S+ is the entry by which shop is registered/);
        await page.close();
      });
      return;
    }

    test("a chunk of the next release is refused by name, and refreshRemote recovers", async () => {
      const page = await open();
      await page.evaluate(
        '__FEDERATION__.__INSTANCES__[0].loadRemote("shop/Panel").then((panel) => { window.panel = panel })',
      );
      // Deployed: the old chunk's name now has the new one's bytes, which is what names without hashes come to.
      remotes.folders.set(slug, second);
      const old = Object.keys(JSON.parse(readFileSync(join(first, "mf-manifest.json"), "utf8")).integrity).find(
        (file) => /details_js.*\.js$/.test(file),
      ) as string;
      const fresh = Object.keys(JSON.parse(readFileSync(join(second, "mf-manifest.json"), "utf8")).integrity).find(
        (file) => /details_js.*\.js$/.test(file),
      ) as string;
      expect(fresh).not.toBe(old);
      remotes.tamper = (path) => (path.endsWith(old) ? { body: readFileSync(join(second, fresh)) } : undefined);

      const failed = await page.evaluate("panel.open().then(() => 'opened', (error) => error.message)");
      expect(failed).toContain(old);
      await page.waitForFunction(`${TOLD}.length > 0`, undefined, { timeout: 10_000 });
      expect(await page.evaluate(`${TOLD}[0].code`)).toBe("ERR_FEDSEAL_INTEGRITY_MISMATCH");
      expect(await page.evaluate(`${TOLD}[0].message`)).toContain("refreshRemote()");

      const refreshed = await page.evaluate(`(async () => {
        const { manifest } = await runtime.refreshRemote("shop");
        const { default: panel, open } = await __FEDERATION__.__INSTANCES__[0].loadRemote("shop/Panel");
        return { release: manifest.release.id, panel: panel(), details: await open() };
      })()`);
      expect(refreshed).toEqual({
        release: JSON.parse(readFileSync(join(second, "mf-manifest.json"), "utf8")).release.id,
        panel: "new panel with react 19",
        details: "new details",
      });
      expect(remotes.requests.filter((line) => line.endsWith("mf-manifest.json"))).toHaveLength(2);
      await page.close();
    });
  });
});
