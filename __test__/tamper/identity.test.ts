import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Manifest, manifestOf, sri } from "../folders.ts";
import { folder, SCRATCH } from "../scratch.ts";
import { buildHost, buildRemote, type Options, PRODUCERS, type Producer } from "./apps.ts";
import { ENGINES, launch } from "./browser.ts";
import { bytesOf, evil, filesOf } from "./cells.ts";
import type { Engine, Tab } from "./engine.ts";
import { visit, withTab } from "./page.ts";
import { FileServer } from "./server.ts";

/** A remote is the bytes of its entry. No name and no place that somebody else chooses says whose policy counts. */

const WORKS = { panel: "panel with react 19", details: "details" };
const UNSEALED = "ERR_FEDSEAL_UNSEALED";
const remotes = await new FileServer().start();
const hosts = await new FileServer().start();
const engines = new Map<string, Engine>();
beforeAll(async () => {
  for (const name of ENGINES) engines.set(name, await launch(name));
});
afterAll(async () => {
  for (const engine of engines.values()) await engine.close();
  for (const server of [remotes, hosts]) await server.stop();
});
beforeEach(() => {
  remotes.reset();
  hosts.reset();
});

let number = 0;
/** Builds a host, serves it, and returns its address. */
async function host(producer: Producer, remote: string, options: Omit<Options, "out">): Promise<string> {
  const out = folder();
  const { errors } = await buildHost(producer, remote, { out, ...options });
  expect(errors).toEqual([]);
  const name = `host-${++number}`;
  hosts.folders.set(name, out);
  return `${hosts.origin}/${name}/`;
}

/** Serves another manifest for one folder, and one of its files with an addition. */
function tamper(name: string, out: string, change: (manifest: Manifest) => void, file: string): void {
  const manifest = manifestOf(out);
  change(manifest);
  remotes.tamper = (path, body) => {
    if (path.endsWith("mf-manifest.json")) return { body: JSON.stringify(manifest) };
    return body && path === `/${name}/${file}` ? { body: evil(path, body) } : undefined;
  };
}

/** Takes a file out of a manifest. */
function unlist(manifest: Manifest, file: string): void {
  delete manifest.integrity[file];
  for (const { assets } of [...manifest.exposes, ...manifest.shared]) {
    for (const kind of ["js", "css"]) {
      for (const when of ["sync", "async"]) {
        assets[kind][when] = assets[kind][when].filter(
          ({ path, name }: Manifest) => [path, name].filter(Boolean).join("/") !== file,
        );
      }
    }
  }
}

describe.each(PRODUCERS)("%s", (producer) => {
  const slug = producer.replaceAll(/[^a-z]+/g, "-");
  const block = { enforce: { unsealed: "block" } } as const;

  // Rspack's built-in plugin calls a module remote "global" in its manifest: it can be loaded by its entry only.
  describe.each(producer === "rspack" ? (["script"] as const) : (["script", "module"] as const))("%s", (kind) => {
    const name = `${slug}-${kind}`;
    const out = folder();
    const remote = { name: "shop", entry: `${remotes.origin}/${name}/mf-manifest.json` };
    let address: string;
    beforeAll(async () => {
      await buildRemote(producer, kind, { out });
      remotes.folders.set(name, out);
      // The host has the remote's Module Federation name, and its bundler's.
      address = await host(producer, remote.entry, {
        fedseal: block,
        federation: { name: "shop" },
        output: { uniqueName: "shop" },
      });
    });

    test.each(ENGINES)("a host of the remote's name does not let its files through, %s", async (engine) => {
      const { lazy } = filesOf(out);
      const browser = engines.get(engine) as Engine;
      expect(await visit(browser, address, { remote })).toMatchObject({
        result: WORKS,
        told: [],
        evil: 0,
        alive: true,
      });
      tamper(name, out, (manifest) => unlist(manifest, lazy), lazy);
      const outcome = await visit(browser, address, { remote, waitForError: true });
      expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: undefined, evil: 0, alive: true });
      expect(outcome.told.map(({ code }) => code)).toContain(UNSEALED);
    });
  });

  test.each(ENGINES)("a manifest that is renamed and moved does not fall under another policy, %s", async (engine) => {
    const name = `${slug}-renamed`;
    const out = folder();
    const output = { publicPath: `${remotes.origin}/${name}/`, uniqueName: "build-of-shop" };
    await buildRemote(producer, "script", { out, federation: { name: "build_of_shop" }, output });
    remotes.folders.set(name, out);
    const fedseal = { enforce: { unsealed: { shop: "block", "*": "warn" } } } as const;
    const entry = `${remotes.origin}/${name}/mf-manifest.json`;
    const address = await host(producer, entry, { fedseal });
    const remote = { name: "shop", entry };
    const browser = engines.get(engine) as Engine;
    expect(await visit(browser, address, { remote })).toMatchObject({ result: WORKS, told: [], evil: 0 });
    const { lazy, remoteEntry } = filesOf(out);
    const moved = manifestOf(out);
    Object.assign(moved, { name: "other", id: "other" });
    Object.assign(moved.metaData, { name: "other", publicPath: `${remotes.origin}/${name}/moved/` });
    unlist(moved, lazy);
    remotes.tamper = (path, body) => {
      if (path.endsWith("mf-manifest.json")) return { body: JSON.stringify(moved) };
      if (path.startsWith(`/${name}/moved/`)) return { body: bytesOf(out, path.slice(`/${name}/moved/`.length)) };
      return body && path.endsWith(lazy) ? { body: evil(path, body) } : undefined;
    };
    const outcome = await visit(browser, address, { remote, waitForError: true });
    expect(outcome, `${remoteEntry}: ${JSON.stringify(outcome)}`).toMatchObject({ evil: 0, alive: true });
    expect(outcome.result).toBeUndefined();
    expect(outcome.told.map(({ code }) => code)).toContain(UNSEALED);
    expect(outcome.console.join()).not.toContain("refused but ran");
  });
});

describe.each(PRODUCERS)("%s: a host that is a remote, too", (producer) => {
  test.each(ENGINES)("loads its own chunks, which no manifest on the page lists, %s", async (engine) => {
    const out = folder();
    await buildRemote("rspack + enhanced", "script", { out });
    remotes.folders.set("own", out);
    const entry = `${remotes.origin}/own/mf-manifest.json`;
    const fedseal = { enforce: { unsealed: "block" } } as const;
    for (const publicPath of ["auto", `${hosts.origin}/host-${number + 1}/`]) {
      const federation = { exposes: { "./alive": "./alive.js" } };
      const address = await host(producer, entry, { fedseal, federation, output: { publicPath } });
      const outcome = await visit(engines.get(engine) as Engine, address);
      expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: WORKS, told: [], alive: true });
    }
  });
});

describe.each(PRODUCERS)("%s: a container is the entry that it came with", (producer) => {
  const out = folder();
  const name = `container-${producer.replaceAll(/[^a-z]+/g, "-")}`;
  const entry = `${remotes.origin}/${name}/mf-manifest.json`;
  beforeAll(async () => {
    await buildRemote(producer, "script", { out });
    remotes.folders.set(name, out);
  });

  /** Loads a remote with the host of a name, and opens its lazy chunk. */
  const open = (host: string, remote: string) => `(async () => {
    const instance = __FEDERATION__.__INSTANCES__.find((one) => one.name === "${host}");
    const panel = await instance.loadRemote("${remote}/Panel");
    return [panel.default(), await panel.open()].join();
  })().catch((error) => "refused")`;
  const started = (tab: Tab, host: string) =>
    expect
      .poll(() => tab.evaluate(`globalThis.__FEDERATION__?.__INSTANCES__.some((one) => one.name === "${host}")`))
      .toBe(true);

  test.each(ENGINES)("not of a host without fedseal that was there before, %s", async (engine) => {
    const stock = await host(producer, entry, { fedseal: false, federation: { name: "stock" } });
    const strict = await host(producer, entry, {
      fedseal: { enforce: { unsealed: "block" } },
      federation: { name: "strict" },
      output: { uniqueName: "strict" },
    });
    const [, main] = /src="([^"]+)"/.exec(await (await fetch(strict)).text()) ?? [];
    const { lazy } = filesOf(out);
    for (const tampered of [false, true]) {
      await withTab(engines.get(engine) as Engine, stock, async (tab) => {
        await started(tab, "stock");
        expect(
          await tab.evaluate(
            "__FEDERATION__.__INSTANCES__[0].loadRemote('shop/Panel').then((panel) => panel.default(), String)",
          ),
        ).toBe(WORKS.panel);
        await tab.evaluate(
          `new Promise((done) => { const script = document.createElement("script"); script.src = "${strict}${main}"; script.onload = () => done(true); document.body.append(script); })`,
        );
        await started(tab, "strict");
        remotes.tamper = (path, body) =>
          tampered && body && path.endsWith(lazy) ? { body: evil(path, body) } : undefined;
        expect(await tab.evaluate(open("strict", "shop"))).toBe(tampered ? "refused" : Object.values(WORKS).join());
        expect(await tab.evaluate("globalThis.__EVIL__ ?? 0")).toBe(0);
      });
    }
  });

  test.each(ENGINES)("not of another remote whose manifest names the same container, %s", async (engine) => {
    const dir = folder();
    writeFileSync(
      join(dir, "remoteEntry.js"),
      'var shop = { init() {}, get: async () => () => ({ __esModule: true, default: () => "loose", open: () => { globalThis.__EVIL__ = 1; } }) };',
    );
    const manifest = manifestOf(out);
    delete manifest.integrity;
    Object.assign(manifest, { id: "loose", name: "loose" });
    manifest.metaData = {
      ...manifest.metaData,
      name: "loose",
      publicPath: "auto",
      remoteEntry: { name: "remoteEntry.js", path: "", type: "global" },
    };
    for (const expose of manifest.exposes)
      expose.assets = { js: { sync: [], async: [] }, css: { sync: [], async: [] } };
    manifest.shared = [];
    writeFileSync(join(dir, "mf-manifest.json"), JSON.stringify(manifest));
    remotes.folders.set(`${name}-loose`, dir);
    const loose = `${remotes.origin}/${name}-loose/mf-manifest.json`;
    const enforce = { unsealed: { shop: "block", "*": "warn" } } as const;
    const address = await host(producer, entry, { fedseal: { enforce } });
    await withTab(engines.get(engine) as Engine, address, async (tab) => {
      await started(tab, "shell");
      await tab.evaluate(`__FEDERATION__.__INSTANCES__[0].registerRemotes([{ name: "loose", entry: "${loose}" }])`);
      expect(
        await tab.evaluate(
          "__FEDERATION__.__INSTANCES__[0].loadRemote('loose/Panel').then((panel) => panel.default(), String)",
        ),
      ).toBe("loose");
      expect(await tab.evaluate(open("shell", "shop"))).toBe(Object.values(WORKS).join());
      expect(await tab.evaluate("globalThis.__EVIL__ ?? 0")).toBe(0);
    });
  });

  test.each(ENGINES)("not of another manifest that claimed the same entry first, %s", async (engine) => {
    const { lazy } = filesOf(out);
    const changed = evil(lazy, bytesOf(out, lazy));
    const manifest = manifestOf(out);
    manifest.metaData.publicPath = `${remotes.origin}/${name}/`;
    manifest.integrity[lazy] = sri(changed);
    for (const { assets } of manifest.exposes) {
      for (const one of assets.js.async) {
        if ([one.path, one.name].filter(Boolean).join("/") !== lazy) continue;
        one.integrity = sri(changed);
        delete one.contentHash;
      }
    }
    const dir = folder();
    writeFileSync(join(dir, "mf-manifest.json"), JSON.stringify(manifest));
    remotes.folders.set(`${name}-claims`, dir);
    const loose = `${remotes.origin}/${name}-claims/mf-manifest.json`;
    const address = await host(producer, entry, { fedseal: { enforce: { unsealed: "block" } } });
    await withTab(engines.get(engine) as Engine, address, async (tab) => {
      await started(tab, "shell");
      remotes.tamper = (path) => (path.endsWith(lazy) ? { body: changed } : undefined);
      await tab.evaluate(`(async () => {
      const [instance] = __FEDERATION__.__INSTANCES__;
      instance.registerRemotes([{ name: "loose", entry: "${loose}" }]);
      return instance.loadRemote("loose/Panel").then(() => "loaded", String);
    })()`);
      expect(await tab.evaluate(open("shell", "shop"))).toBe("refused");
      expect(await tab.evaluate("globalThis.__EVIL__ ?? 0")).toBe(0);
    });
  });
});

describe("mirrors", () => {
  test.each(ENGINES)("the same file may come from a mirror, and no other, %s", async (engine) => {
    const out = folder();
    await buildRemote("rspack + enhanced", "script", { out });
    remotes.folders.set("first", out).set("second", out);
    const entry = `${remotes.origin}/first/mf-manifest.json`;
    const mirrors = { shop: [`${remotes.origin}/second/`] };
    // Chunks that the first server does not have are asked for on the second, as a runtime plugin for that does it.
    const elsewhere = `export default () => ({ name: "elsewhere", createScript: ({ url }) => {
      const script = document.createElement("script");
      script.src = url.replace("/first/js/", "/second/js/");
      return script;
    } });`;
    const plugin = join(folder(SCRATCH), "elsewhere.js");
    writeFileSync(plugin, elsewhere);
    const federation = { runtimePlugins: [plugin] };
    const browser = engines.get(engine) as Engine;
    const { sync } = filesOf(out);
    for (const known of [true, false]) {
      const enforce = { unsealed: "block", ...(known && { mirrors }) } as const;
      const address = await host("rspack + enhanced", entry, { fedseal: { enforce }, federation });
      remotes.reset();
      remotes.tamper = (path) => (path === `/first/${sync}` ? { status: 404 } : undefined);
      const outcome = await visit(browser, address, { waitForError: !known });
      if (known) expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: WORKS, evil: 0 });
      else expect(outcome.told.map(({ code }) => code)).toContain(UNSEALED);
      remotes.tamper = (path, body) => (body && path === `/second/${sync}` ? { body: evil(path, body) } : undefined);
      expect(await visit(browser, address, { waitForError: true })).toMatchObject({ evil: 0, alive: true });
    }
  });
});

describe("modules", () => {
  test.each(ENGINES)(
    "chunks from an absolute public path are asked for, wherever the manifest puts them, %s",
    async (engine) => {
      const name = "absolute";
      const out = folder();
      await buildRemote("webpack + enhanced", "module", { out, output: { publicPath: `${remotes.origin}/${name}/` } });
      remotes.folders.set(name, out);
      const entry = `${remotes.origin}/${name}/mf-manifest.json`;
      const address = await host("webpack + enhanced", entry, { fedseal: { enforce: { unsealed: "block" } } });
      const browser = engines.get(engine) as Engine;
      expect(await visit(browser, address)).toMatchObject({ result: WORKS, told: [], evil: 0 });
      const moved = manifestOf(out);
      moved.metaData.publicPath = `${remotes.origin}/${name}/moved/`;
      for (const part of ["sync", "lazy", "shared"] as const) {
        const file = filesOf(out)[part];
        remotes.tamper = (path, body) => {
          if (path.endsWith("mf-manifest.json")) return { body: JSON.stringify(moved) };
          if (path.startsWith(`/${name}/moved/`)) return { body: bytesOf(out, path.slice(`/${name}/moved/`.length)) };
          return body && path.endsWith(file) ? { body: evil(path, body) } : undefined;
        };
        const outcome = await visit(browser, address, { waitForError: true });
        expect(outcome, `${part}: ${JSON.stringify(outcome)}`).toMatchObject({
          evil: 0,
          alive: true,
          result: undefined,
        });
        expect(outcome.told.map(({ code }) => code)).toContain(UNSEALED);
      }
    },
  );
});

describe("two hosts on a page", () => {
  test.each(["mf-manifest.json", "remoteEntry.js"])("what one let in, the other refuses: %s", async (file) => {
    const bare = folder();
    await buildRemote("rspack + enhanced", "script", { out: bare, fedseal: false });
    remotes.folders.set("bare", bare);
    const entry = `${remotes.origin}/bare/${file}`;
    const outer = { fedseal: { enforce: { unsealed: "warn" } }, federation: { name: "first" } } as const;
    const inner = {
      fedseal: { enforce: { unsealed: "block" } },
      federation: { name: "second" },
      output: { uniqueName: "second" },
    } as const;
    const first = await host("rspack + enhanced", entry, outer);
    const second = await host("rspack + enhanced", entry, inner);
    const html = await (await fetch(second)).text();
    const [, main] = /src="([^"]+)"/.exec(html) ?? [];
    const browser = engines.get("chromium") as Engine;
    await withTab(browser, first, async (tab) => {
      const load = (name: string) =>
        tab.evaluate(
          `__FEDERATION__.__INSTANCES__.find((one) => one.name === "${name}").loadRemote("shop/Panel").then((panel) => panel.default(), (error) => String(error))`,
        );
      await expect.poll(() => tab.evaluate("window.load !== undefined")).toBe(true);
      expect(await load("first")).toBe(WORKS.panel);
      await tab.evaluate(
        `new Promise((resolve) => { const script = document.createElement("script"); script.src = "${second}${main}"; script.onload = resolve; document.body.append(script); })`,
      );
      await expect
        .poll(() => tab.evaluate("__FEDERATION__.__INSTANCES__.some((one) => one.name === 'second')"))
        .toBe(true);
      expect(await load("second")).toContain(UNSEALED);
      expect(await load("first")).toBe(WORKS.panel);
    });
  });
});
