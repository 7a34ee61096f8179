import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folder, SCRATCH } from "../bundlers/producers.ts";
import { manifestOf } from "../folders.ts";
import { buildHost, buildRemote, type Kind } from "./apps.ts";
import { launch } from "./browser.ts";
import { type Cell, cellsOf, evil, type Files, filesOf } from "./cells.ts";
import { MUTANTS } from "./mutants.ts";
import { visit } from "./page.ts";
import { FileServer } from "./server.ts";
import { serve } from "./server-host.ts";

/** Every check of the runtime, taken out: at least one cell has to turn red, or nothing would notice its loss. */

const DIST = dirname(fileURLToPath(import.meta.resolve("@fedseal/runtime")));
const PRODUCER = "rspack + enhanced";
const KINDS: Kind[] = ["script", "module", "node"];

const remotes = await new FileServer().start();
const hosts = await new FileServer().start();
const foreign = await new FileServer().start();
const files = {} as Record<Kind, Files>;
const sealed = {} as Record<Kind, string>;
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
  const silent = folder();
  await buildRemote(PRODUCER, "script", { out: silent, fedseal: { enforce: false } });
  remotes.folders.set("silent", silent);
  for (const kind of KINDS) {
    sealed[kind] = folder();
    await buildRemote(PRODUCER, kind, { out: sealed[kind] });
    files[kind] = filesOf(sealed[kind]);
    remotes.folders.set(kind, sealed[kind]);
    foreign.folders.set(kind, sealed[kind]);
  }
});
afterAll(async () => {
  await browser.close();
  for (const server of [remotes, hosts, foreign]) await server.stop();
});

/** Cells of situations that the matrix does not have in every column. */
const MORE: (Cell & { csp?: string; byEntry?: boolean; silent?: boolean })[] = [
  {
    name: "a chunk of a remote that does not ask",
    silent: true,
    expected: () => ({ codes: ["ERR_FEDSEAL_INTEGRITY_MISMATCH"], names: "details_js" }),
    tamper: () => (path, body) => (body && /details_js.*\.js$/.test(path) ? { body: evil(path, body) } : undefined),
  },
  {
    name: "no inline scripts",
    csp: "script-src http:",
    expected: () => ({ codes: ["ERR_FEDSEAL_UNSUPPORTED"] }),
    tamper: () => () => undefined,
  },
  {
    name: "an entry that its manifest does not list",
    byEntry: true,
    expected: () => ({ codes: ["ERR_FEDSEAL_UNSEALED"], names: "remoteEntry.js" }),
    tamper: ({ remoteEntry }, remote) => {
      const manifest = manifestOf(remote);
      delete manifest.integrity[remoteEntry];
      manifest.metaData.remoteEntry.name = "";
      return (path, body) => {
        if (path.endsWith("mf-manifest.json")) return { body: JSON.stringify(manifest) };
        return body && path.endsWith(remoteEntry) ? { body: evil(path, body) } : undefined;
      };
    },
  },
];

/** Whether a cell is green: what the matrix demands, without its words. */
async function green(cell: Cell, kind: Kind, plugin: string, slug: string): Promise<boolean> {
  const { codes, names = "" } = cell.expected(files[kind]);
  const { csp, byEntry, silent } = cell as (typeof MORE)[number];
  for (const server of [remotes, hosts, foreign]) server.reset();
  remotes.tamper = cell.tamper(files[kind], sealed[kind], `${foreign.origin}/${kind}`);
  if (csp) hosts.headers = { "content-security-policy": csp };
  const base = `${remotes.origin}/${silent ? "silent" : kind}`;
  const entry = `${base}/${byEntry ? "remoteEntry.js" : "mf-manifest.json"}`;
  const type = { script: "global", module: "module", node: "commonjs-module" }[kind];
  const outcome =
    kind === "node"
      ? await serve(entry, { plugin: { unsealed: "block", origins: [remotes.origin] }, remote: { type } }, { plugin })
      : await visit(browser, `${hosts.origin}/${slug}/`, {
          ...((byEntry || silent) && { remote: { name: "shop", entry, type } }),
          waitForError: codes.length > 0,
        });
  if (outcome.evil > 0 || !outcome.alive || foreign.requests.some((line) => /\.js$/.test(line))) return false;
  if (codes.length === 0) return outcome.told.length === 0 && outcome.error === undefined;
  return outcome.told.some(({ code, message }) => codes.includes(code) && message.includes(names));
}

interface Change {
  file: string;
  from: string;
  to: string;
}

/** A copy of the runtime, and a host with it. */
async function hostWith(slug: string, kind: Kind, changes: readonly Change[] = []): Promise<string> {
  const runtime = folder(SCRATCH);
  cpSync(DIST, runtime, { recursive: true });
  writeFileSync(join(runtime, "package.json"), '{ "type": "module" }');
  for (const change of changes) {
    const file = join(runtime, change.file);
    const text = readFileSync(file, "utf8");
    expect(text.split(change.from).length - 1, `${change.from} in ${change.file}`).toBe(1);
    writeFileSync(
      file,
      text.replace(change.from, () => change.to),
    );
  }
  if (kind === "node") return pathToFileURL(join(runtime, "node/index.js")).href;
  const host = folder();
  hosts.folders.set(slug, host);
  const plugin = [join(runtime, "plugin/index.js"), { unsealed: "block", origins: [remotes.origin] }];
  const built = await buildHost(PRODUCER, `${remotes.origin}/${kind}/mf-manifest.json`, {
    out: host,
    fedseal: { enforce: false },
    federation: { runtimePlugins: [plugin] },
  });
  expect(built.errors).toEqual([]);
  return "";
}

describe("with every check", () => {
  test.each(KINDS)("%s: every cell is green", async (kind) => {
    const plugin = await hostWith(`whole-${kind}`, kind);
    for (const cell of cellsFor(kind)) expect(await green(cell, kind, plugin, `whole-${kind}`), cell.name).toBe(true);
  });
});

test.each(MUTANTS.map((mutant, index) => ({ ...mutant, index })))(
  "red without: $name",
  async ({ kind, cells, index, ...change }) => {
    const slug = `mutant-${index}`;
    const { also, ...first } = change;
    const plugin = await hostWith(slug, kind, also ? [first, also] : [first]);
    const all = cellsFor(kind);
    const likely = cells.map((name) => all.find((cell) => cell.name === name));
    expect(likely, "cells by these names").not.toContain(undefined);
    for (const cell of new Set([...(likely as Cell[]), ...all])) {
      if (!(await green(cell, kind, plugin, slug))) return;
    }
    expect.unreachable(`no cell of ${kind} turned red`);
  },
);

function cellsFor(kind: Kind): Cell[] {
  const fits = ({ csp, byEntry, name }: (typeof MORE)[number]) =>
    csp ? kind === "module" : byEntry ? kind !== "script" : name === "no inline scripts" || kind === "script";
  return [...cellsOf(kind), ...MORE.filter(fits)];
}
