import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { manifestOf } from "../folders.ts";
import { folder, SCRATCH } from "../scratch.ts";
import { buildHost, buildRemote } from "./apps.ts";
import { ENGINES, launch } from "./browser.ts";
import { evil, filesOf } from "./cells.ts";
import type { Engine } from "./engine.ts";
import { visit } from "./page.ts";
import { FileServer } from "./server.ts";

/** Data that hooks of other runtime plugins give back is held to the same rules as data that was fetched. */

const WORKS = { panel: "panel with react 19", details: "details" };
const EVIL = "globalThis.__EVIL__ = (globalThis.__EVIL__ || 0) + 1; return '/'";
const remotes = await new FileServer().start();
const hosts = await new FileServer().start();
const engines = new Map<string, Engine>();
const sealed = folder();
beforeAll(async () => {
  for (const name of ENGINES) engines.set(name, await launch(name));
  await buildRemote("rspack + enhanced", "script", { out: sealed });
  remotes.folders.set("shop", sealed).set("backup", sealed);
});
afterAll(async () => {
  for (const engine of engines.values()) await engine.close();
  for (const server of [remotes, hosts]) await server.stop();
});
beforeEach(() => remotes.reset());

let number = 0;
/** A host with a runtime plugin that has these hooks, before or after fedseal's. */
async function host(hooks: string, unsealed: "block" | "warn", order: "before" | "after" = "after"): Promise<string> {
  const plugin = join(folder(SCRATCH), "plugin.js");
  writeFileSync(plugin, `export default () => ({ name: "other", ${hooks} });`);
  const out = folder();
  const { errors } = await buildHost("rspack + enhanced", `${remotes.origin}/shop/mf-manifest.json`, {
    out,
    order,
    fedseal: { enforce: { unsealed } },
    federation: { runtimePlugins: [plugin] },
  });
  expect(errors).toEqual([]);
  const name = `host-${++number}`;
  hosts.folders.set(name, out);
  return `${hosts.origin}/${name}/`;
}

const down = (path: string) => (path === "/shop/mf-manifest.json" ? { status: 500 } : undefined);
const stored = (change: (manifest: ReturnType<typeof manifestOf>) => void) => {
  const manifest = manifestOf(sealed);
  manifest.metaData.publicPath = `${remotes.origin}/backup/`;
  change(manifest);
  return JSON.stringify(manifest);
};
const instead = (manifest: string) =>
  `errorLoadRemote: ({ lifecycle }) => (lifecycle === "afterResolve" ? ${manifest} : undefined)`;

describe.each(ENGINES)("%s", (engine) => {
  const browser = () => engines.get(engine) as Engine;

  describe.each(["before", "after"] as const)("a manifest from errorLoadRemote, FedsealPlugin %s", (order) => {
    test("loads what it seals, and nothing else", async () => {
      const url = await host(instead(stored(() => {})), "block", order);
      remotes.tamper = down;
      expect(await visit(browser(), url)).toMatchObject({ result: WORKS, evil: 0, alive: true });
      const { lazy } = filesOf(sealed);
      remotes.tamper = (path, body) => (body && path === `/backup/${lazy}` ? { body: evil(path, body) } : down(path));
      const outcome = await visit(browser(), url, { waitForError: true });
      expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: undefined, evil: 0, alive: true });
    });

    test.each(["block", "warn"] as const)("its getPublicPath is not run, under %s", async (unsealed) => {
      const code = stored(({ metaData }) => {
        delete metaData.publicPath;
        metaData.getPublicPath = EVIL;
      });
      const url = await host(instead(code), unsealed, order);
      remotes.tamper = down;
      const outcome = await visit(browser(), url, { waitForError: true });
      expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: undefined, evil: 0, alive: true });
      expect(outcome.told.map(({ message }) => message).join()).toContain("getPublicPath");
    });

    test("without a seal its entry is refused", async () => {
      const url = await host(instead(stored((manifest) => delete manifest.integrity)), "block", order);
      remotes.tamper = (path, body) =>
        body && path === "/backup/remoteEntry.js" ? { body: evil(path, body) } : down(path);
      const outcome = await visit(browser(), url, { waitForError: true });
      expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: undefined, evil: 0, alive: true });
      expect(outcome.told.map(({ code }) => code)).toContain("ERR_FEDSEAL_UNSEALED");
    });
  });

  test("a container from loadEntry is not asked for under block, and reported under warn", async () => {
    const hook = `loadEntry: async () => {
      globalThis.__EVIL__ = (globalThis.__EVIL__ || 0) + 1;
      return { init() {}, get: async () => () => ({ __esModule: true, default: () => "theirs", open: () => "theirs" }) };
    }`;
    expect(await visit(browser(), await host(hook, "block"))).toMatchObject({ result: WORKS, evil: 0, told: [] });
    const outcome = await visit(browser(), await host(hook, "warn"), { waitForError: true });
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: { panel: "theirs" }, evil: 1 });
    expect(outcome.told.map(({ code }) => code)).toContain("ERR_FEDSEAL_UNSEALED");
  });

  test("a snapshot that the page has from elsewhere: its getPublicPath is not run", async () => {
    const hook = `beforeInit: (args) => {
      const code = ${JSON.stringify(EVIL)};
      const modules = [{ moduleName: "Panel", assets: { js: { sync: [], async: [] }, css: { sync: [], async: [] } } }];
      __FEDERATION__.moduleInfo.shop = { version: "1", getPublicPath: code, remoteEntry: "remoteEntry.js", modules };
      args.userOptions.remotes = [{ name: "shop", alias: "shop", version: "1" }];
      return args;
    }`;
    const outcome = await visit(browser(), await host(hook, "warn"), { waitForError: true });
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: undefined, evil: 0 });
  });
});
