import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { manifestOf } from "../folders.ts";
import { folder } from "../scratch.ts";
import { ENGINES, launch } from "../tamper/browser.ts";
import type { Engine } from "../tamper/engine.ts";
import { visit } from "../tamper/page.ts";
import { FileServer } from "../tamper/server.ts";
import { build, host, remote } from "./builds.ts";

/** A remote and its host, both built by Rsbuild, in real browsers. */

const WORKS = { panel: "panel with react 19", details: "details" };
const remotes = await new FileServer().start();
const hosts = await new FileServer().start();
const files = folder();
/** Files of the remote by their part, which Rsbuild's names do not tell. */
let parts: { entry: string; sync: string; lazy: string; style: string };

/** Puts a host at the root of its server, where Rsbuild's prefix expects it. */
const serve = (out: string) => hosts.folders.set("", out).set("static", join(out, "static"));

beforeAll(async () => {
  await build(await remote({ out: files }));
  remotes.folders.set("shop", files);
  const manifest = manifestOf(files);
  const [{ assets }] = manifest.exposes;
  const nameOf = ({ path, name }: { path: string; name: string }) => join(path, name);
  const named = [...assets.js.sync, ...manifest.shared[0].assets.js.sync, ...manifest.shared[0].assets.js.async].map(
    nameOf,
  );
  const lazy = Object.keys(manifest.integrity).filter(
    (name) => /^static\/js\/async\/.*\.js$/.test(name) && !named.includes(name),
  );
  expect(lazy).toHaveLength(1);
  const [sync, style] = [assets.js.sync[0], assets.css.sync[0]].map(nameOf) as [string, string];
  parts = { entry: "remoteEntry.js", sync, lazy: lazy[0] as string, style };
  const out = folder();
  const said = await build(
    await host(`${remotes.origin}/shop/mf-manifest.json`, {
      out,
      fedseal: { enforce: { unsealed: "block" } },
      federation: { shareStrategy: "loaded-first" },
      config: { security: { sri: { enable: true } } },
    }),
  );
  expect(said.join("\n")).not.toMatch(/warn|error/i);
  serve(out);
});
afterAll(async () => {
  await remotes.stop();
  await hosts.stop();
});

describe.each(ENGINES)("%s", (name) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await launch(name);
  });
  afterAll(() => engine.close());

  test("the untouched remote runs from another origin, also under Integrity-Policy", async () => {
    remotes.reset();
    hosts.headers = { "integrity-policy": "blocked-destinations=(script)" };
    const outcome = await visit(engine, `${hosts.origin}/`);
    expect(outcome).toMatchObject({ result: WORKS, told: [], evil: 0, alive: true });
    hosts.headers = {};
  });

  test.each(["entry", "sync", "lazy", "style"] as const)("a changed byte of the %s does not run", async (part) => {
    remotes.reset();
    const addition = part === "style" ? ":root{--evil:1}" : "\n;globalThis.__EVIL__ = 1;\n";
    const changed = `/shop/${parts[part]}`;
    remotes.tamper = (path, body) =>
      path === changed && body ? { body: Buffer.concat([body, Buffer.from(addition)]) } : undefined;
    const outcome = await visit(engine, `${hosts.origin}/`, { waitForError: true });
    expect(remotes.requests).toContain(`GET ${changed}`);
    expect(outcome).toMatchObject({ evil: 0, alive: true });
    // A remote may go on without a style.
    if (part !== "style") expect(outcome.result).toBeUndefined();
    const refused = outcome.told.filter(({ code }) => code === "ERR_FEDSEAL_INTEGRITY_MISMATCH");
    expect(refused.map(({ url }) => url)).toContain(`${remotes.origin}${changed}`);
  });
});
