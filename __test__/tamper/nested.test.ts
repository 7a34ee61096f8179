import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folder, SCRATCH } from "../scratch.ts";
import { buildHost, buildRemote, PRODUCERS } from "./apps.ts";
import { launch } from "./browser.ts";
import { CELLS, filesOf } from "./cells.ts";
import { visit } from "./page.ts";
import { FileServer } from "./server.ts";

/** A remote that is a host itself: what it loads is loaded by the page all the same. */

const WORKS = { panel: "panel with react 19", details: "details" };
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
  const slug = producer.replaceAll(/[^a-z]+/g, "-");
  const inner = folder();
  const outer = folder();
  const host = folder();

  beforeAll(async () => {
    // The inner remote is the usual one; the outer, of the same names as the host knows, passes its panel on.
    await buildRemote(producer, "script", {
      out: inner,
      federation: { name: "inner" },
      output: { uniqueName: "inner" },
    });
    remotes.folders.set(`${slug}-inner`, inner).set(`${slug}-outer`, outer);
    const app = folder(SCRATCH);
    cpSync(join(import.meta.dirname, "app"), app, { recursive: true });
    writeFileSync(
      join(app, "remote/Panel.js"),
      'const load = () => import("inner/Panel");\nexport default () => "outer";\nexport const open = async () => { const { default: panel, open } = await load(); return [panel(), await open()].join(); };\n',
    );
    await buildRemote(producer, "script", {
      out: outer,
      federation: { remotes: { inner: `inner@${remotes.origin}/${slug}-inner/mf-manifest.json` }, shared: {} },
      configuration: { context: join(app, "remote") },
    });
    const built = await buildHost(producer, `${remotes.origin}/${slug}-outer/mf-manifest.json`, {
      out: host,
      fedseal: { enforce: { unsealed: "block" } },
    });
    expect(built.errors).toEqual([]);
    hosts.folders.set(slug, host);
  });

  test("works", async () => {
    remotes.reset();
    const outcome = await visit(browser, `${hosts.origin}/${slug}/`);
    expect(outcome, JSON.stringify(outcome)).toMatchObject({
      result: { panel: "outer", details: Object.values(WORKS).join() },
      told: [],
    });
  });

  test.each([
    "remoteEntry changed",
    "sync chunk changed",
    "async chunk changed",
    "a hash removed",
    "an unlisted chunk",
  ])("the inner remote: %s", async (name) => {
    const cell = CELLS.find((one) => one.name === name);
    const files = filesOf(inner);
    const tamper = cell?.tamper(files, inner, "");
    remotes.reset();
    remotes.tamper = (path, ...rest) => (path.startsWith(`/${slug}-inner/`) ? tamper?.(path, ...rest) : undefined);
    const outcome = await visit(browser, `${hosts.origin}/${slug}/`, { waitForError: true });
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: undefined, evil: 0, alive: true });
    expect(outcome.told.map(({ code }) => code).some((code) => cell?.expected(files).codes.includes(code))).toBe(true);
  });
});
