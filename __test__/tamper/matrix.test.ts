import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folder } from "../scratch.ts";
import { buildHost, buildRemote, type Kind, PRODUCERS } from "./apps.ts";
import { ENGINES, LEFT_OUT, launch } from "./browser.ts";
import { cellsOf, type Files, filesOf } from "./cells.ts";
import type { Engine, EngineName } from "./engine.ts";
import { type Outcome, visit } from "./page.ts";
import { FileServer } from "./server.ts";
import { serve } from "./server-host.ts";

/**
 * Every cell, in each engine: tampered code runs 0 times, the page lives on, the error names file and cause. And its
 * twin: without the tampering the remote works, with exactly the requests of the stock runtime.
 */

const WORKS = { panel: "panel with react 19", details: "details" };
const remotes = await new FileServer().start();
const hosts = await new FileServer().start();
const foreign = await new FileServer().start();

/** Where a remote runs: in a page of an engine, or in Node. */
type Place = EngineName | "node";
const engines = new Map<EngineName, Engine>();
const counts = new Map<Place, { cells: number; requests: number }>();
beforeAll(async () => {
  for (const name of ENGINES) engines.set(name, await launch(name));
});
afterAll(async () => {
  for (const engine of engines.values()) await engine.close();
  for (const server of [remotes, hosts, foreign]) await server.stop();
  for (const [place, { cells, requests }] of counts) {
    console.log(`matrix: ${place}: ${cells} cells and as many twins, ${requests} requests`);
  }
  for (const name of LEFT_OUT) console.log(`matrix: ${name}: NOT TESTED`);
});

describe.each(PRODUCERS)("%s", (producer) => {
  describe.each(["script", "module", "node"] as Kind[])("%s", (kind) => {
    const sealed = folder();
    const stock = folder();
    const host = folder();
    const stockHost = folder();
    const enforce = { unsealed: "block" as const, origins: [remotes.origin] };
    let files: Files;
    const slug = `${producer}-${kind}`.replaceAll(/[^a-z]+/g, "-");

    /** Rspack's built-in plugin calls a module remote "global" in its manifest: it can be loaded by its entry only. */
    const byEntry = producer === "rspack" && kind === "module";
    const load = async (place: Place, name: "sealed" | "stock", waitForError = false): Promise<Outcome> => {
      const address = `${remotes.origin}/${slug}-${name}`;
      const remote = byEntry ? { name: "shop", entry: `${address}/remoteEntry.js`, type: "module" } : undefined;
      if (place === "node") return serve(`${address}/mf-manifest.json`, { plugin: enforce, stock: name === "stock" });
      return visit(engines.get(place) as Engine, `${hosts.origin}/${slug}-${name}/`, {
        remote,
        waitForError,
        again: () => remotes.forget(),
      });
    };

    beforeAll(async () => {
      remotes.folders.set(`${slug}-sealed`, sealed).set(`${slug}-stock`, stock);
      foreign.folders.set(`${slug}-sealed`, sealed);
      hosts.folders.set(`${slug}-sealed`, host).set(`${slug}-stock`, stockHost);
      // webpack's "auto" needs a browser.
      const output = kind === "node" ? { publicPath: `${remotes.origin}/${slug}-sealed/` } : {};
      await buildRemote(producer, kind, { out: sealed, output });
      await buildRemote(producer, kind, { out: stock, output, fedseal: false });
      files = filesOf(sealed);
      if (kind !== "node") {
        const built = await buildHost(producer, `${remotes.origin}/${slug}-sealed/mf-manifest.json`, {
          out: host,
          fedseal: { enforce },
        });
        expect(built.errors).toEqual([]);
        await buildHost(producer, `${remotes.origin}/${slug}-stock/mf-manifest.json`, {
          out: stockHost,
          fedseal: false,
        });
      }
    });

    describe.each<Place>(kind === "node" ? ["node"] : ENGINES)("%s", (place) => {
      let usual: string[];
      const count = counts.get(place) ?? { cells: 0, requests: 0 };
      counts.set(place, count);

      beforeAll(async () => {
        remotes.reset();
        const outcome = await load(place, "stock");
        // Node's own runtime cannot load the chunks of such a remote: fedseal can.
        if (kind !== "node") expect(outcome.result).toEqual(WORKS);
        usual =
          kind === "node"
            ? Object.values(files)
                .map((file) => `GET ${file}`)
                .concat("GET mf-manifest.json")
            : names(remotes.requests);
        // A remote by its entry has no manifest in the stock runtime; with fedseal it is what the seal stands in.
        if (byEntry) usual.push("GET mf-manifest.json");
        usual = usual.map(unhashed).sort();
      });

      test.each(cellsOf(kind))("$name", async (cell) => {
        const { codes, names: named, mayWork } = cell.expected(files);
        remotes.reset();
        remotes.tamper = cell.tamper(files, sealed, `${foreign.origin}/${slug}-sealed`);
        const outcome = await load(place, "sealed", codes.length > 0);
        expect(outcome.evil, JSON.stringify(outcome)).toBe(0);
        expect(outcome.alive).toBe(true);
        if (codes.length === 0) {
          expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: WORKS, told: [] });
        } else {
          if (!mayWork) expect(outcome.result).toBeUndefined();
          const right = outcome.told.filter(
            ({ code, message }) => codes.includes(code) && message.includes(named ?? ""),
          );
          expect(right, JSON.stringify(outcome)).not.toEqual([]);
        }
        count.requests += remotes.requests.length;
        // Whatever a manifest or a redirect says: a foreign origin is not even asked, but for the redirect's target by
        // browsers, which do not show it before they follow it.
        expect(foreign.requests.filter((line) => !line.endsWith("mf-manifest.json"))).toEqual([]);

        remotes.reset();
        const twin = await load(place, "sealed");
        expect(twin, JSON.stringify(twin)).toMatchObject({ result: WORKS, told: [], evil: 0, alive: true });
        expect(names(remotes.requests).map(unhashed).sort()).toEqual(usual);
        count.requests += remotes.requests.length;
        count.cells += 1;
      });
    });
  });
});

function names(log: readonly string[]): string[] {
  return log.map((line) => line.replace(/^(\w+) \/[^/]+\//, "$1 "));
}

/** The chunks of a sealed remote have other hashes where the runtime is part of them. */
function unhashed(line: string): string {
  return line.replace(/\.[0-9a-f]{8}\./, ".");
}
