import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { folder } from "../bundlers/producers.ts";
import { manifestOf } from "../folders.ts";
import { buildHost } from "./apps.ts";
import { ENGINES, launch } from "./browser.ts";
import { evil } from "./cells.ts";
import type { Engine } from "./engine.ts";
import { visit } from "./page.ts";
import { FileServer } from "./server.ts";
import { buildViteHost, buildViteRemote, viteFilesOf } from "./vite-apps.ts";

/** Remotes that Vite builds, on hosts of Rspack and of Vite. */

const WORKS = { panel: "panel with react 19", details: "details" };
const POLICY = { "integrity-policy": "blocked-destinations=(script)" };
const remotes = await new FileServer().start();
const foreign = await new FileServer().start();
const hosts = await new FileServer().start();
const engines = new Map<string, Engine>();
const sealed = buildViteRemote();
const show = (o: any) => JSON.stringify({ ...o, error: o.error?.replace(/[^]*Original Error Message:/, "").slice(0, 300), told: o.told.map((t: any) => t.message.slice(0, 330)), console: o.console.map((c: string) => c.slice(0, 150)) }, null, 1).replaceAll(/http:..127.0.0.1:\d+/g, "");
const files = viteFilesOf(sealed);
const parts = Object.keys(files) as (keyof typeof files)[];
beforeAll(async () => {
  for (const name of ENGINES) engines.set(name, await launch(name));
  for (const server of [remotes, foreign]) server.folders.set("shop", sealed);
  const entry = `${remotes.origin}/shop/mf-manifest.json`;
  const rspack = folder();
  const { errors } = await buildHost("rspack + enhanced", entry, {
    out: rspack,
    fedseal: { enforce: { unsealed: "block" } },
    configuration: { entry: "./eager.js" },
  });
  expect(errors).toEqual([]);
  hosts.folders.set("rspack", rspack).set("vite", buildViteHost(entry, { unsealed: "block" }));
});
afterAll(async () => {
  for (const engine of engines.values()) await engine.close();
  for (const server of [remotes, foreign, hosts]) await server.stop();
});
beforeEach(() => {
  for (const server of [remotes, foreign, hosts]) server.reset();
});

describe.each(ENGINES)("%s", (engine) => {
  const browser = () => engines.get(engine) as Engine;
  describe.each(["rspack", "vite"])("a host of %s", (host) => {
    const address = () => `${hosts.origin}/${host}/`;
    test("untampered works", async () => {
      const outcome = await visit(browser(), address());
      console.log(engine, host, show(outcome));
    });
    test.each(parts)("%s changed", async (part) => {
      remotes.tamper = (path, body) =>
        body && path.endsWith(files[part]) ? { body: evil(path, body) } : undefined;
      const outcome = await visit(browser(), address(), { waitForError: true });
      console.log(engine, host, part, show(outcome));
    });
    test.each(parts)("%s unlisted", async (part) => {
      const manifest = manifestOf(sealed);
      const file = files[part];
      delete manifest.integrity[file];
      for (const { assets } of [...manifest.exposes, ...manifest.shared]) {
        for (const when of ["sync", "async"]) assets.js[when] = assets.js[when].filter((e) => e.name !== file && `${e.path}/${e.name}` !== file);
      }
      if (part === "entry") { delete manifest.metaData.remoteEntry.integrity; delete manifest.metaData.remoteEntry.contentHash; }
      remotes.tamper = (path, body) =>
        path.endsWith("mf-manifest.json") ? { body: JSON.stringify(manifest) } :
        body && path.endsWith(files[part]) ? { body: evil(path, body) } : undefined;
      const outcome = await visit(browser(), address(), { waitForError: true });
      console.log(engine, host, part, "UNLISTED", show(outcome));
    });
  });
});
