import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { folder } from "../scratch.ts";
import { buildHost, buildRemote } from "../tamper/apps.ts";
import { ENGINES, LEFT_OUT, launch } from "../tamper/browser.ts";
import type { Engine, EngineName } from "../tamper/engine.ts";
import { type Outcome, visit } from "../tamper/page.ts";
import { FileServer } from "../tamper/server.ts";
import { serve } from "../tamper/server-host.ts";
import { ATTACKS, type Cell, SIGNATURE, TWINS, tamperOf, type World, worldOf } from "./cells.ts";

/**
 * Every attack on a signed manifest, in each engine and in Node: nothing of the remote runs, the page lives on, the error has
 * the attack's own code. And the twins, which work with one request more than without signatures.
 */

const WORKS = { panel: "panel with react 19", details: "details" };
const remotes = await new FileServer().start();
const hosts = await new FileServer().start();
const foreign = await new FileServer().start();
type Place = EngineName | "node";
const PLACES: Place[] = [...ENGINES, "node"];
const engines = new Map<Place, Engine>();
const worlds = {} as Record<"script" | "node", World>;

beforeAll(async () => {
  for (const name of ENGINES) engines.set(name, await launch(name));
  for (const kind of ["script", "node"] as const) {
    const out = folder();
    await buildRemote("rspack + enhanced", kind, { out });
    for (const server of [remotes, foreign]) server.folders.set(kind, out).set(`${kind}-moved`, out);
    worlds[kind] = worldOf(out, { origin: remotes.origin, foreign: foreign.origin, path: `/${kind}` });
  }
  const out = folder();
  const enforce = { signature: SIGNATURE, runtimeRemotes: ["cart"] };
  const manifest = `${remotes.origin}/script/mf-manifest.json`;
  const { errors } = await buildHost("rspack + enhanced", manifest, { out, fedseal: { enforce } });
  expect(errors).toEqual([]);
  hosts.folders.set("shell", out);
});
afterAll(async () => {
  for (const engine of engines.values()) await engine.close();
  for (const server of [remotes, hosts, foreign]) await server.stop();
  console.log(`signing: ${ATTACKS.length} attacks and ${TWINS.length} twins in ${PLACES.join(", ")}`);
  for (const name of LEFT_OUT) console.log(`signing: ${name}: NOT TESTED`);
});
beforeEach(() => {
  for (const server of [remotes, hosts, foreign]) server.reset();
});

async function load(place: Place, cell: Cell): Promise<Outcome> {
  const world = worlds[place === "node" ? "node" : "script"];
  remotes.tamper = tamperOf(world, cell.serve(world));
  if (place === "node") return serve(`${world.origin}${world.path}/mf-manifest.json`, { signature: SIGNATURE });
  return visit(engines.get(place) as Engine, `${hosts.origin}/shell/`, {
    waitForError: cell.code !== undefined,
    again: () => remotes.forget(),
  });
}

describe.each(PLACES)("%s", (place) => {
  test.each(ATTACKS)("refused: $name", async (cell) => {
    const outcome = await load(place, cell);
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ evil: 0, alive: true });
    expect(outcome.result).toBeUndefined();
    const refused = outcome.told.filter((one) => one.refused).map(({ code }) => code);
    expect(refused, JSON.stringify(outcome)).toEqual([`ERR_FEDSEAL_${cell.code}`]);
    // Nothing but the manifest and its signature was asked for.
    expect(remotes.requests.filter((line) => /\.(js|css)$/.test(line))).toEqual([]);
    expect(foreign.requests.filter((line) => /\.(js|css)$/.test(line))).toEqual([]);
  });

  test.each(TWINS)("works: $name", async (cell) => {
    const outcome = await load(place, cell);
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: WORKS, evil: 0, told: [] });
    const { path } = worlds[place === "node" ? "node" : "script"];
    const manifests = remotes.requests.filter((line) => line.includes("mf-manifest.json")).sort();
    expect(manifests).toEqual([`GET ${path}/mf-manifest.json`, `GET ${path}/mf-manifest.json.sig`]);
  });
});
