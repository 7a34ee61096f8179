import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { manifestOf } from "../folders.ts";
import { folder, SCRATCH } from "../scratch.ts";
import { buildHost, buildRemote, type Kind } from "./apps.ts";
import { launch } from "./browser.ts";
import { bytesOf, type Cell, cellsOf, evil, type Files, filesOf } from "./cells.ts";
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
const sealed = {} as Record<Kind | "absolute", string>;
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
  const silent = folder();
  await buildRemote(PRODUCER, "script", { out: silent, fedseal: { enforce: false } });
  remotes.folders.set("silent", silent);
  const bare = folder();
  await buildRemote(PRODUCER, "script", { out: bare, fedseal: false });
  remotes.folders.set("bare", bare);
  sealed.absolute = folder();
  const output = { publicPath: `${remotes.origin}/absolute/` };
  await buildRemote("webpack + enhanced", "module", { out: sealed.absolute, output });
  remotes.folders.set("absolute", sealed.absolute);
  for (const kind of KINDS) {
    sealed[kind] = folder();
    await buildRemote(PRODUCER, kind, { out: sealed[kind] });
    files[kind] = filesOf(sealed[kind]);
    remotes.folders.set(kind, sealed[kind]);
    if (kind === "module") foreign.folders.set("away", sealed[kind]);
    foreign.folders.set(kind, sealed[kind]);
  }
});
afterAll(async () => {
  await browser.close();
  for (const server of [remotes, hosts, foreign]) await server.stop();
});

/** Cells of situations that the matrix does not have in every column. */
interface Special extends Cell {
  csp?: string;
  byEntry?: boolean;
  silent?: boolean;
  /** Where it matters, for a cell that needs a host or a remote of its own. */
  kind?: Kind;
  /** Below the remotes' server, if not the usual remote of its kind. */
  remote?: string;
  host?: HostOptions;
  /** In the page's HTML. */
  head?(files: Files, remote: string): string;
  /** A second host of the page, on `block`, loads the same remote. */
  second?: boolean;
}

interface HostOptions {
  /** The remote that the host names, below the remotes' server, if not the usual one of its kind. */
  remote?: string;
  unsealed?: "block" | "warn";
  /** Hooks of another runtime plugin, as text. */
  hooks?: string;
}

const CODE = "globalThis.__EVIL__ = (globalThis.__EVIL__ || 0) + 1; return '/'";
const down = (path: string) => (path.endsWith("mf-manifest.json") ? { status: 500 } : undefined);

const MORE: Special[] = [
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
  {
    name: "code from errorLoadRemote",
    kind: "script",
    host: {
      unsealed: "warn",
      hooks: `errorLoadRemote: ({ lifecycle }) => lifecycle === "afterResolve" ? {
        id: "shop", name: "shop", exposes: [], shared: [], remotes: [],
        metaData: { name: "shop", globalName: "shop", getPublicPath: ${JSON.stringify(CODE)}, remoteEntry: { name: "remoteEntry.js", path: "", type: "global" } },
      } : undefined`,
    },
    expected: () => ({ codes: ["ERR_FEDSEAL_UNSEALED"], names: "getPublicPath" }),
    tamper: () => down,
  },
  {
    name: "code in a snapshot",
    kind: "script",
    host: {
      unsealed: "warn",
      hooks: `beforeInit: (args) => {
        const modules = [{ moduleName: "Panel", assets: { js: { sync: [], async: [] }, css: { sync: [], async: [] } } }];
        __FEDERATION__.moduleInfo.shop = { version: "1", getPublicPath: ${JSON.stringify(CODE)}, remoteEntry: "remoteEntry.js", modules };
        args.userOptions.remotes = [{ name: "shop", alias: "shop", version: "1" }];
        return args;
      }`,
    },
    expected: () => ({ codes: ["ERR_FEDSEAL_UNSEALED"], names: "getPublicPath" }),
    tamper: () => () => undefined,
  },
  {
    name: "a container of another plugin",
    kind: "script",
    host: {
      hooks:
        "loadEntry: async () => { globalThis.__EVIL__ = 1; return { init() {}, get: async () => () => ({ default() {}, open() {} }) }; }",
    },
    expected: () => ({ codes: [] }),
    tamper: () => () => undefined,
  },
  {
    name: "a second host of the page",
    kind: "script",
    host: { unsealed: "warn", remote: "bare" },
    second: true,
    expected: () => ({ codes: ["ERR_FEDSEAL_UNSEALED"] }),
    tamper: () => () => undefined,
  },
  {
    name: "a container that was there before",
    kind: "script",
    head: () =>
      '<script>var shop = { init() {}, get: async () => () => ({ __esModule: true, default: () => "theirs", open: () => { globalThis.__EVIL__ = 1; } }) };</script>',
    expected: () => ({ codes: [] }),
    tamper: () => () => undefined,
  },
  {
    name: "what the page preloaded",
    kind: "module",
    head: ({ remoteEntry, sync, lazy, shared }, base) =>
      [remoteEntry, sync, lazy, shared]
        .map((file) => `<link rel="modulepreload" crossorigin href="${base}/${file}">`)
        .join(""),
    expected: () => ({ codes: [] }),
    tamper:
      () =>
      (path, body, _nth, { url = "" }) =>
        body && path.endsWith(".js") && !url.includes("fedseal=") ? { body: evil(path, body) } : undefined,
  },
  {
    name: "a redirected entry",
    kind: "module",
    expected: () => ({ codes: ["ERR_FEDSEAL_UNSEALED", "ERR_FEDSEAL_INTEGRITY_MISMATCH", "ERR_FEDSEAL_FETCH"] }),
    tamper: (_files, _remote, away) => (path) =>
      path.endsWith("/remoteEntry.js")
        ? { status: 302, headers: { location: `${away.replace("/module", "/away")}/remoteEntry.js` } }
        : undefined,
  },
  {
    name: "an absolute public path",
    kind: "module",
    remote: "absolute",
    expected: () => ({ codes: ["ERR_FEDSEAL_UNSEALED"] }),
    tamper: () => {
      const remote = sealed.absolute;
      const moved = manifestOf(remote);
      moved.metaData.publicPath = `${remotes.origin}/absolute/moved/`;
      const { lazy } = filesOf(remote);
      return (path, body) => {
        if (path.endsWith("mf-manifest.json")) return { body: JSON.stringify(moved) };
        if (path.startsWith("/absolute/moved/"))
          return { body: bytesOf(remote, path.slice("/absolute/moved/".length)) };
        return body && path.endsWith(lazy) ? { body: evil(path, body) } : undefined;
      };
    },
  },
];

/** A runtime under test: its folder, and the hosts that were built with it. */
interface Runtime {
  dir: string;
  slug: string;
  hosts: Map<string, string>;
}

/** Whether a cell is green: what the matrix demands, without its words. */
async function green(cell: Cell, kind: Kind, runtime: Runtime): Promise<boolean> {
  const { codes, names = "" } = cell.expected(files[kind]);
  const special = cell as Special;
  const { csp, byEntry, silent, head, second } = special;
  for (const server of [remotes, hosts, foreign]) server.reset();
  const base = `${remotes.origin}/${special.remote ?? (silent ? "silent" : kind)}`;
  const entry = `${base}/${byEntry ? "remoteEntry.js" : "mf-manifest.json"}`;
  const type = { script: "global", module: "module", node: "commonjs-module" }[kind];
  const host = kind === "node" ? "" : await hostOf(runtime, kind, special.host);
  const twin = second && (await hostOf(runtime, kind, { ...special.host, unsealed: "block" }, "second"));
  remotes.tamper = cell.tamper(files[kind], sealed[kind], `${foreign.origin}/${kind}`);
  foreign.tamper = (path, body) =>
    path.startsWith("/away/") && body && path.includes("/js/") ? { body: evil(path, body) } : undefined;
  if (csp) hosts.headers = { "content-security-policy": csp };
  hosts.tamper = (path, body) => {
    if (!path.endsWith("/") || !body) return undefined;
    const more = twin ? `<script src="/${twin}/${mainOf(twin)}" crossorigin></script>` : "";
    return {
      body: String(body)
        .replace("<title>", `${head?.(files[kind], base) ?? ""}<title>`)
        .replace("<p>", `${more}<p>`),
    };
  };
  const own = byEntry || silent || special.remote !== undefined;
  const node = { plugin: { unsealed: "block", origins: [remotes.origin] }, remote: { type } } as const;
  const outcome =
    kind === "node"
      ? await serve(entry, node, { plugin: pathToFileURL(join(runtime.dir, "node/index.js")).href })
      : await visit(browser, `${hosts.origin}/${host}/`, {
          ...(own && { remote: { name: "shop", entry, type } }),
          ...(twin && { second: "second" }),
          waitForError: codes.length > 0,
        });
  if (outcome.evil > 0 || !outcome.alive || foreign.requests.some((line) => /\/js\//.test(line))) return false;
  if (codes.length === 0) return outcome.told.length === 0 && outcome.error === undefined;
  if (twin)
    return (
      outcome.result === true &&
      !outcome.loaded &&
      outcome.told.some(({ refused, code }) => refused && codes.includes(code))
    );
  return outcome.told.some(({ code, message }) => codes.includes(code) && message.includes(names));
}

interface Change {
  file: string;
  from: string;
  to: string;
}

/** A copy of the runtime, with changes. */
function runtimeWith(slug: string, changes: readonly Change[] = []): Runtime {
  const dir = folder(SCRATCH);
  cpSync(DIST, dir, { recursive: true });
  writeFileSync(join(dir, "package.json"), '{ "type": "module" }');
  for (const change of changes) {
    const file = join(dir, change.file);
    const text = readFileSync(file, "utf8");
    expect(text.split(change.from).length - 1, `${change.from} in ${change.file}`).toBe(1);
    writeFileSync(
      file,
      text.replace(change.from, () => change.to),
    );
  }
  return { dir, slug, hosts: new Map() };
}

/** The name of a host with that runtime, which is built when it is first asked for. */
async function hostOf(runtime: Runtime, kind: Kind, options: HostOptions = {}, name = "shell"): Promise<string> {
  const { unsealed = "block", hooks, remote = kind } = options;
  const key = JSON.stringify([kind, unsealed, hooks, remote, name]);
  const known = runtime.hosts.get(key);
  if (known) return known;
  const out = folder();
  const slug = `${runtime.slug}-${runtime.hosts.size}`;
  const other = join(folder(SCRATCH), "plugin.js");
  writeFileSync(other, `export default () => ({ name: "other", ${hooks ?? ""} });`);
  const plugin = [join(runtime.dir, "plugin/index.js"), { unsealed, origins: [remotes.origin] }];
  const built = await buildHost(PRODUCER, `${remotes.origin}/${remote}/mf-manifest.json`, {
    out,
    fedseal: { enforce: false },
    federation: { name, runtimePlugins: hooks ? [plugin, other] : [plugin] },
    output: { uniqueName: name },
  });
  expect(built.errors).toEqual([]);
  hosts.folders.set(slug, out);
  runtime.hosts.set(key, slug);
  return slug;
}

function mainOf(host: string): string {
  const html = readFileSync(join(hosts.folders.get(host) ?? "", "index.html"), "utf8");
  return /src="([^"]+)"/.exec(html)?.[1] ?? expect.fail("the host has no script");
}

describe("with every check", () => {
  test.each(KINDS)("%s: every cell is green", async (kind) => {
    const runtime = runtimeWith(`whole-${kind}`);
    for (const cell of cellsFor(kind)) expect(await green(cell, kind, runtime), cell.name).toBe(true);
  });
});

test.each(MUTANTS.map((mutant, index) => ({ ...mutant, index })))(
  "red without: $name",
  async ({ kind, cells, index, ...change }) => {
    const { also, ...first } = change;
    const runtime = runtimeWith(`mutant-${index}`, also ? [first, also] : [first]);
    const all = cellsFor(kind);
    const likely = cells.map((name) => all.find((cell) => cell.name === name));
    expect(likely, "cells by these names").not.toContain(undefined);
    for (const cell of new Set([...(likely as Cell[]), ...all])) {
      if (!(await green(cell, kind, runtime))) return;
    }
    expect.unreachable(`no cell of ${kind} turned red`);
  },
);

function cellsFor(kind: Kind): Cell[] {
  const fits = ({ csp, byEntry, silent, kind: only }: Special) => {
    if (only) return only === kind;
    if (csp) return kind === "module";
    return byEntry ? kind !== "script" : silent && kind === "script";
  };
  return [...cellsOf(kind), ...MORE.filter(fits)];
}
