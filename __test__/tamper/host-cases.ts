import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folder } from "../scratch.ts";
import { buildHost, buildRemote, type HostProducer, type Options } from "./apps.ts";
import { launch } from "./browser.ts";
import { CELLS, type Files, filesOf } from "./cells.ts";
import { visit } from "./page.ts";
import { FileServer } from "./server.ts";

/** Hosts, wherever FedsealPlugin stands in them, and remotes that are sealed and not sealed. */

export const WORKS = { panel: "panel with react 19", details: "details" };
export const block = { enforce: { unsealed: "block" } } as const;

export const remotes = await new FileServer().start();
const hosts = await new FileServer().start();
export let browser: Browser;
export let files: Files;
export const sealed = folder();
const stock = folder();
beforeAll(async () => {
  browser = await launch();
  await buildRemote("rspack + enhanced", "script", { out: sealed });
  await buildRemote("rspack + enhanced", "script", { out: stock, fedseal: false });
  files = filesOf(sealed);
  remotes.folders.set("sealed", sealed).set("stock", stock);
});
afterAll(async () => {
  await browser.close();
  await remotes.stop();
  await hosts.stop();
});

let number = 0;
/** Builds a host and serves it. */
export async function host(producer: HostProducer, remote: string, options: Omit<Options, "out">): Promise<string> {
  const out = folder();
  const name = `host-${++number}`;
  const built = await buildHost(producer, `${remotes.origin}/${remote}`, { out, ...options });
  expect(built.errors).toEqual([]);
  hosts.folders.set(name, out);
  return `${hosts.origin}/${name}/`;
}

/** The cells that need every part of the wiring: MF's elements, the remote's loader, the manifest. */
const ESSENTIAL = [
  "remoteEntry changed",
  "sync chunk changed",
  "async chunk changed",
  "lazy style changed",
  "an unlisted chunk",
  "a hash removed",
];

/** What has to hold in every host. */
export function hostCases(producers: readonly HostProducer[]): void {
  describe.each(producers)("%s", (producer) => {
    describe.each(["before", "after"] as const)("FedsealPlugin %s Module Federation", (order) => {
      test("refuses what is tampered with, and nothing else", async () => {
        const url = await host(producer, "sealed/mf-manifest.json", { fedseal: block, order });
        remotes.reset();
        expect(await visit(browser, url)).toMatchObject({ result: WORKS, told: [], evil: 0 });
        for (const name of ESSENTIAL) {
          const cell = CELLS.find((one) => one.name === name);
          if (!cell) throw new Error(name);
          const { codes, names = "" } = cell.expected(files);
          remotes.reset();
          remotes.tamper = cell.tamper(files, sealed, "");
          const outcome = await visit(browser, url, { waitForError: true });
          expect(outcome, name).toMatchObject({ evil: 0, alive: true });
          const right = outcome.told.filter(({ code, message }) => codes.includes(code) && message.includes(names));
          expect(right, `${name}: ${JSON.stringify(outcome)}`).not.toEqual([]);
        }
      });
    });

    test("a remote by its remoteEntry.js is protected through the manifest beside it", async () => {
      const url = await host(producer, "sealed/remoteEntry.js", { fedseal: block });
      remotes.reset();
      expect(await visit(browser, url)).toMatchObject({ result: WORKS, told: [], evil: 0 });
      expect(remotes.requests.filter((line) => line.endsWith("mf-manifest.json"))).toHaveLength(1);
      for (const name of ["remoteEntry changed", "async chunk changed", "an unlisted chunk", "no manifest"]) {
        const cell = CELLS.find((one) => one.name === name);
        remotes.reset();
        remotes.tamper = cell?.tamper(files, sealed, "");
        const outcome = await visit(browser, url, { waitForError: true });
        expect(outcome, name).toMatchObject({ evil: 0, alive: true, result: undefined });
        expect(cell?.expected(files).codes, JSON.stringify(outcome)).toContain(outcome.told[0]?.code);
      }
    });

    test("a remote that is not sealed runs as policy says", async () => {
      remotes.reset();
      for (const entry of ["stock/mf-manifest.json", "stock/remoteEntry.js"]) {
        const open = await host(producer, entry, { fedseal: {} });
        const outcome = await visit(browser, open, { waitForError: true });
        expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: WORKS, error: undefined });
        expect(new Set(outcome.told.map(({ code }) => code))).toContain("ERR_FEDSEAL_UNSEALED");

        const silent = await host(producer, entry, {
          fedseal: { enforce: { unsealed: { shop: "allow", "*": "block" } } },
        });
        expect(await visit(browser, silent)).toMatchObject({ result: WORKS, told: [] });

        const closed = await host(producer, entry, {
          fedseal: { enforce: { unsealed: { other: "allow", "*": "block" }, runtimeRemotes: ["other"] } },
        });
        const refused = await visit(browser, closed, { waitForError: true });
        expect(refused.result).toBeUndefined();
        expect(refused.told[0]?.code).toBe("ERR_FEDSEAL_UNSEALED");
      }
    });

    test("a remote that is not sealed is asked for its manifest once, and told about once", async () => {
      remotes.reset();
      const url = await host(producer, "stock/mf-manifest.json", { fedseal: {} });
      remotes.reset();
      const { told } = await visit(browser, url, { waitForError: true });
      expect(remotes.requests.filter((line) => line.endsWith("mf-manifest.json"))).toHaveLength(1);
      expect(new Set(told.map(({ message }) => message)).size).toBe(told.length);
    });

    test("a remote whose chunk loader does not ask is held to its seal all the same", async () => {
      // As the command leaves it behind: sealed, and nothing of fedseal in its code.
      const silent = folder();
      await buildRemote("rspack + enhanced", "script", { out: silent, fedseal: { enforce: false } });
      remotes.folders.set("silent", silent);
      const url = await host(producer, "silent/mf-manifest.json", { fedseal: block });
      remotes.reset();
      expect(await visit(browser, url)).toMatchObject({ result: WORKS, told: [], evil: 0 });
      for (const name of ["remoteEntry changed", "sync chunk changed", "async chunk changed", "lazy style changed"]) {
        const cell = CELLS.find((one) => one.name === name);
        remotes.reset();
        remotes.tamper = cell?.tamper(filesOf(silent), silent, "");
        const outcome = await visit(browser, url, { waitForError: true });
        expect(outcome, `${name}: ${JSON.stringify(outcome)}`).toMatchObject({
          evil: 0,
          alive: true,
          result: undefined,
        });
        expect(outcome.told[0]?.code).toBe("ERR_FEDSEAL_INTEGRITY_MISMATCH");
      }
    });

    test("a sealed remote runs unchanged in a host without fedseal", async () => {
      const strings = folder();
      await buildRemote("rspack + enhanced", "script", { out: strings, fedseal: { entries: "string" } });
      remotes.folders.set("strings", strings);
      for (const remote of ["strings/mf-manifest.json", "sealed/mf-manifest.json"]) {
        const url = await host(producer, remote, { fedseal: false });
        remotes.reset();
        expect(await visit(browser, url)).toMatchObject({ result: WORKS, evil: 0 });
        const lost = remotes.requests.filter((line) => line.includes("[object Object]"));
        if (remote.startsWith("strings")) expect(lost).toEqual([]);
      }
      // And string entries are no weaker in a host with it: the closure has every hash.
      const url = await host(producer, "strings/mf-manifest.json", { fedseal: block });
      remotes.reset();
      expect(await visit(browser, url)).toMatchObject({ result: WORKS, told: [] });
      remotes.tamper = CELLS.find(({ name }) => name === "sync chunk changed")?.tamper(filesOf(strings), strings, "");
      expect(await visit(browser, url, { waitForError: true })).toMatchObject({ evil: 0, result: undefined });
    });
  });
}
