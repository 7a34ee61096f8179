import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Manifest, sri } from "../folders.ts";
import { folder, SCRATCH } from "../scratch.ts";
import { buildHost, buildRemote } from "./apps.ts";
import { ENGINES, launch } from "./browser.ts";
import { evil, filesOf } from "./cells.ts";
import type { Engine } from "./engine.ts";
import { knowsIntegrityPolicy, POLICY } from "./integrity-policy.ts";
import { type Outcome, visit } from "./page.ts";
import { FileServer } from "./server.ts";
import { serve } from "./server-host.ts";

/** Files from a second server, asked for by the code that docs/guide/mirrors.md shows. */

const WORKS = { panel: "panel with react 19", details: "details" };
const GUIDE = readFileSync(join(import.meta.dirname, "../../docs/guide/mirrors.md"), "utf8");
const first = await new FileServer().start();
const second = await new FileServer().start();
const hosts = await new FileServer().start();
const engines = new Map<string, Engine>();
beforeAll(async () => {
  for (const name of ENGINES) engines.set(name, await launch(name));
});
afterAll(async () => {
  for (const engine of engines.values()) await engine.close();
  for (const server of [first, second, hosts]) await server.stop();
});
beforeEach(() => {
  for (const server of [first, second, hosts]) server.reset();
});

/** A block of the guide's code, with the addresses of the test. */
function shown(file: string): string {
  const [, code] = new RegExp(`\`\`\`js\\n(// ${file}\\n[\\s\\S]*?)\`\`\``).exec(GUIDE) ?? [];
  if (!code) throw new Error(`${file} is not in the guide`);
  return code.replaceAll("https://cdn.example.com", first.origin).replaceAll("https://cdn2.example.com", second.origin);
}

let number = 0;
/** Serves a remote from both servers, and two hosts of it: one that names the second server as a mirror, one that does not. */
async function serveBoth(out: string) {
  const name = `remote-${++number}`;
  for (const server of [first, second]) server.folders.set("shop", out).set(name, out);
  const plugin = join(folder(SCRATCH), "second-cdn.js");
  writeFileSync(plugin, shown("second-cdn.js"));
  for (const known of [true, false]) {
    const host = folder();
    const { errors } = await buildHost("rspack + enhanced", `${first.origin}/shop/mf-manifest.json`, {
      out: host,
      fedseal: { enforce: { unsealed: "block", ...options(known) } },
      federation: { runtimePlugins: [plugin] },
      configuration: { entry: "./eager.js" },
    });
    expect(errors).toEqual([]);
    hosts.folders.set(`${name}-${known ? "mirror" : "none"}`, host);
  }
  return (engine: string, host: "mirror" | "none", waitForError = false) => {
    for (const server of [first, second]) server.folders.set("shop", out);
    return visit(engines.get(engine) as Engine, `${hosts.origin}/${name}-${host}/`, { waitForError });
  };
}

/** The mirror's origin is not among `origins`. */
function options(known: boolean) {
  return { origins: [first.origin, "self"], ...(known && { mirrors: { shop: [`${second.origin}/shop/`] } }) };
}

/** A file is not on the first server. */
function gone(file: string): void {
  first.tamper = (path) => (path === `/shop/${file}` ? { status: 404, body: "" } : undefined);
}

function evilOnSecond(file: string): void {
  second.tamper = (path, body) => (body && path === `/shop/${file}` ? { body: evil(path, body) } : undefined);
}

function codes({ told }: Outcome): string[] {
  return told.map(({ code }) => code);
}

describe("a script remote", () => {
  let files: ReturnType<typeof filesOf>;
  let open: Awaited<ReturnType<typeof serveBoth>>;
  beforeAll(async () => {
    const app = folder(SCRATCH);
    cpSync(join(import.meta.dirname, "app/remote"), app, { recursive: true });
    writeFileSync(join(app, "open.js"), shown("open.js"));
    writeFileSync(
      join(app, "Panel.js"),
      `import "./Panel.css"; import { version } from "react"; import { open as load } from "./open.js";
      export default () => "panel with react " + version.split(".")[0];
      export const open = async () => (await load()).details();`,
    );
    const out = folder();
    await buildRemote("rspack + enhanced", "script", { out, configuration: { context: app } });
    files = filesOf(out);
    open = await serveBoth(out);
  });

  describe.each(ENGINES)("%s", (engine) => {
    test.each(["remoteEntry", "lazy"] as const)("%s from the mirror", async (part) => {
      gone(files[part]);
      const fine = await open(engine, "mirror");
      // That the first server does not have it is said.
      expect(fine, JSON.stringify(fine)).toMatchObject({ result: WORKS, evil: 0, alive: true });
      expect(second.requests).toContain(`GET /shop/${files[part]}`);
      evilOnSecond(files[part]);
      const changed = await open(engine, "mirror", true);
      expect(changed, JSON.stringify(changed)).toMatchObject({ result: undefined, evil: 0, alive: true });
      const unnamed = await open(engine, "none", true);
      expect(unnamed, JSON.stringify(unnamed)).toMatchObject({ result: undefined, evil: 0, alive: true });
    });
  });
});

describe("an ES module remote that imports from the mirror by itself", () => {
  const out = folder();
  let open: Awaited<ReturnType<typeof serveBoth>>;
  beforeAll(async () => {
    byHand(out);
    open = await serveBoth(out);
  });

  test.each(ENGINES)("%s", async (engine) => {
    gone("details.js");
    const fine = await open(engine, "mirror");
    expect(fine, JSON.stringify(fine)).toMatchObject({ result: BY_HAND, evil: 0, alive: true });
    evilOnSecond("details.js");
    const changed = await open(engine, "mirror");
    expect(changed, JSON.stringify(changed)).toMatchObject({ result: undefined, evil: 0, alive: true });
  });

  // Without one, an address that the remote's own code imports is no file of the remote.
  test.each(ENGINES)("%s, under Integrity-Policy: only with the mirror", async (engine) => {
    gone("details.js");
    hosts.headers = POLICY;
    const knows = await knowsIntegrityPolicy(engines.get(engine) as Engine);
    const named = await open(engine, "mirror");
    expect(named, JSON.stringify(named)).toMatchObject({ result: BY_HAND, alive: true });
    // A browser that does not know the policy imports what the page did not name, too.
    if (!knows) return;
    expect(named.advised).toBe(false);
    const unnamed = await open(engine, "none");
    expect(unnamed, JSON.stringify(unnamed)).toMatchObject({ result: undefined, alive: true, advised: false });
  });

  test("Node", async () => {
    const run = (known: boolean) =>
      serve(
        `${first.origin}/shop/mf-manifest.json`,
        { plugin: { unsealed: "block", ...options(known) }, remote: { type: "module" } },
        { flags: ["--experimental-vm-modules"] },
      );
    for (const server of [first, second]) server.folders.set("shop", out);
    gone("details.js");
    const fine = await run(true);
    expect(fine, JSON.stringify(fine)).toMatchObject({ result: BY_HAND, evil: 0 });
    const unnamed = await run(false);
    expect(unnamed, JSON.stringify(unnamed)).toMatchObject({ evil: 0 });
    expect(unnamed.result).toBeUndefined();
    expect(codes(unnamed)).toContain("ERR_FEDSEAL_UNSEALED");
    evilOnSecond("details.js");
    const changed = await run(true);
    expect(changed, JSON.stringify(changed)).toMatchObject({ evil: 0 });
    expect(changed.result).toBeUndefined();
    expect(codes(changed)).toContain("ERR_FEDSEAL_INTEGRITY_MISMATCH");
  });
});

const BY_HAND = { panel: "panel", details: "details" };

/** An ES module remote as small as one can be, with the guide's way to import. */
function byHand(out: string): void {
  const [, load = ""] = /```js\n\/\/ by URL\n([\s\S]*?)```/.exec(GUIDE) ?? [];
  const code = load.replaceAll("https://cdn2.example.com", second.origin);
  const files: Record<string, string> = {
    "remoteEntry.js": `${code}
      export const init = async () => {};
      export const get = async () => () => ({ __esModule: true, default: () => "panel", open: async () => (await details()).said });`,
    "details.js": 'export const said = "details";',
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(out, file), text);
  const assets = { js: { sync: [], async: [] }, css: { sync: [], async: [] } };
  const remoteEntry = { name: "remoteEntry.js", path: "", type: "module" };
  const metaData = { name: "shop", globalName: "shop", buildInfo: {}, publicPath: "auto", remoteEntry };
  const manifest: Manifest = {
    ...{ schemaVersion: "1.0.0", id: "shop", name: "shop", metaData, shared: [], remotes: [] },
    exposes: [{ id: "shop:Panel", name: "Panel", path: "./Panel", assets }],
    integrity: Object.fromEntries(Object.keys(files).map((file) => [file, sri(readFileSync(join(out, file)))])),
  };
  writeFileSync(join(out, "mf-manifest.json"), JSON.stringify(manifest));
}
