import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { folder } from "../bundlers/producers.ts";
import { type Manifest, manifestOf } from "../folders.ts";
import { buildHost } from "./apps.ts";
import { ENGINES, launch } from "./browser.ts";
import { evil } from "./cells.ts";
import type { Engine } from "./engine.ts";
import { type Outcome, visit } from "./page.ts";
import { FileServer } from "./server.ts";
import { buildViteHost, buildViteRemote, viteFilesOf } from "./vite-apps.ts";

/** Remotes that Vite builds and the command seals, on hosts that Rspack and Vite build. */

const WORKS = { panel: "panel with react 19", details: "details" };
const POLICY = { "integrity-policy": "blocked-destinations=(script)" };
const remotes = await new FileServer().start();
const foreign = await new FileServer().start();
const hosts = await new FileServer().start();
const engines = new Map<string, Engine>();
const sealed = buildViteRemote();
const files = viteFilesOf(sealed);
type Part = keyof typeof files;
const PARTS = Object.keys(files) as Part[];
/** Firefox takes no import map after a page's first module, and a Vite host is one. */
const unsupported = (engine: string, host: string) => engine === "firefox" && host === "vite";
const PAIRS = ENGINES.flatMap((engine) => ["rspack", "vite"].map((host) => ({ engine, host })));
const WORKING = PAIRS.filter(({ engine, host }) => !unsupported(engine, host));

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

function open(engine: string, host: string, options?: Parameters<typeof visit>[2]): Promise<Outcome> {
  return visit(engines.get(engine) as Engine, `${hosts.origin}/${host}/`, options);
}

/** What was refused, by code and file. */
function refused({ told }: Outcome): string[] {
  const ours = told.filter(({ code }) => code !== "unhandled");
  return ours.map(({ code, url = "" }) => `${code} ${url.replace(`${remotes.origin}/shop/`, "")}`);
}

/** The remote's manifest without one file. */
function without(file: string): Manifest {
  const manifest = manifestOf(sealed);
  delete manifest.integrity[file];
  const { remoteEntry } = manifest.metaData;
  if (remoteEntry.name === file) for (const hash of ["integrity", "contentHash"]) delete remoteEntry[hash];
  for (const { assets } of [...manifest.exposes, ...manifest.shared]) {
    for (const when of ["sync", "async"]) {
      assets.js[when] = assets.js[when].filter(
        ({ path, name }: Manifest) => [path, name].filter(Boolean).join("/") !== file,
      );
    }
  }
  return manifest;
}

describe.each(PAIRS)("$engine, a host of $host", ({ engine, host }) => {
  test("untampered: works, and nothing is said", async () => {
    const outcome = await open(engine, host);
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: WORKS, told: [], evil: 0, alive: true });
  });

  test.each(PARTS)("%s changed: refused, and named", async (part) => {
    remotes.tamper = (path, body) => (body && path === `/shop/${files[part]}` ? { body: evil(path, body) } : undefined);
    const outcome = await open(engine, host, { waitForError: true });
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: undefined, evil: 0, alive: true });
    expect(refused(outcome)).toEqual([`ERR_FEDSEAL_INTEGRITY_MISMATCH ${files[part]}`]);
  });

  test.each(PARTS)("%s not in the manifest: refused, and named", async (part) => {
    const body = JSON.stringify(without(files[part]));
    remotes.tamper = (path, bytes) => {
      if (path.endsWith("mf-manifest.json")) return { body };
      return bytes && path === `/shop/${files[part]}` ? { body: evil(path, bytes) } : undefined;
    };
    const outcome = await open(engine, host, { waitForError: true });
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: undefined, evil: 0, alive: true });
    expect(refused(outcome)).toEqual([`ERR_FEDSEAL_UNSEALED ${files[part]}`]);
  });

  test.each(PARTS)("%s gone: named, too", async (part) => {
    remotes.tamper = (path) => (path === `/shop/${files[part]}` ? { status: 404, body: "" } : undefined);
    const outcome = await open(engine, host, { waitForError: true });
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: undefined, evil: 0, alive: true });
    expect(refused(outcome)).toEqual([`ERR_FEDSEAL_FETCH ${files[part]}`]);
  });

  test("a chunk that is redirected to another origin imports nothing from there", async () => {
    remotes.tamper = (path) =>
      path === `/shop/${files.lazy}`
        ? { status: 302, headers: { location: `${foreign.origin}/shop/${files.lazy}` } }
        : undefined;
    foreign.tamper = (path, body) => (body && path === `/shop/${files.below}` ? { body: evil(path, body) } : undefined);
    hosts.headers = POLICY;
    const outcome = await open(engine, host, { waitForError: true });
    console.log(engine, host, JSON.stringify(outcome, null, 1));
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: undefined, evil: 0, alive: true });
  });

  test("what the page's HTML preloads without a hash is not what runs", async () => {
    const links = PARTS.map((part) => `<link rel="modulepreload" href="${remotes.origin}/shop/${files[part]}">`);
    hosts.tamper = (path, body) =>
      path.endsWith("/") && body ? { body: String(body).replace("<title>", `${links.join("")}<title>`) } : undefined;
    remotes.tamper = (path, body, _nth, { url = "" }) =>
      body && path.endsWith(".js") && !url.includes("fedseal=") ? { body: evil(path, body) } : undefined;
    const outcome = await open(engine, host);
    console.log(engine, host, JSON.stringify(outcome, null, 1));
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ evil: 0, alive: true });
  });
  test("policy", async () => {
    hosts.headers = POLICY;
    const outcome = await open(engine, host);
    console.log(engine, host, JSON.stringify(outcome, null, 1));
  });
});
