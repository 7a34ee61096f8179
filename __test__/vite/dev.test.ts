import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { folder, SCRATCH } from "../scratch.ts";
import { launch } from "../tamper/browser.ts";
import { evil } from "../tamper/cells.ts";
import { freePort } from "../tamper/dev-server.ts";
import type { Engine } from "../tamper/engine.ts";
import { visit } from "../tamper/page.ts";
import { FileServer } from "../tamper/server.ts";
import { buildViteRemote, PAGE, viteFilesOf } from "../tamper/vite-apps.ts";
import { environment, viteOf } from "./project.ts";

/** A host under Vite's dev server holds deployed remotes to their seals. */

const remotes = await new FileServer().start();
const sealed = buildViteRemote();
const port = await freePort();
let engine: Engine;
let server: ChildProcess;
let printed = "";

beforeAll(async () => {
  remotes.folders.set("shop", sealed);
  const root = folder(SCRATCH);
  cpSync(join(import.meta.dirname, "../tamper/app/host"), root, { recursive: true });
  writeFileSync(join(root, "index.html"), PAGE);
  const shop = { type: "module", name: "shop", entry: `${remotes.origin}/shop/mf-manifest.json` };
  writeFileSync(
    join(root, "vite.config.js"),
    `import { federation } from "@module-federation/vite";
import { fedseal } from "fedseal/vite";
export default {
  plugins: [federation(${JSON.stringify({ name: "shell", dts: false, remotes: { shop } })}), fedseal({ enforce: { unsealed: "block" } })],
};
`,
  );
  const args = [viteOf(root), "--host", "127.0.0.1", "--port", String(port), "--strictPort"];
  server = spawn(process.execPath, args, { cwd: root, env: environment() });
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      printed += text;
    });
  }
  await vi.waitFor(() => expect(printed).toContain("ready in"), { timeout: 20_000 });
  engine = await launch("chromium");
});
afterAll(async () => {
  await engine?.close();
  server?.kill();
  await remotes.stop();
});
beforeEach(() => remotes.reset());

test("a sealed remote works, and the dev server says nothing of fedseal", async () => {
  // What the dev server bundles for the first page has it loaded once more.
  await visit(engine, `http://127.0.0.1:${port}/`);
  const outcome = await visit(engine, `http://127.0.0.1:${port}/`);
  expect(outcome, JSON.stringify(outcome)).toMatchObject({
    result: { panel: "panel with react 19", details: "details" },
    told: [],
    evil: 0,
    alive: true,
  });
  expect(printed).not.toMatch(/fedseal|error/i);
});

test("a changed file is refused", async () => {
  const { exposed } = viteFilesOf(sealed);
  remotes.tamper = (path, body) => (body && path === `/shop/${exposed}` ? { body: evil(path, body) } : undefined);
  const outcome = await visit(engine, `http://127.0.0.1:${port}/`, { waitForError: true });
  expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: undefined, evil: 0, alive: true });
  expect(outcome.told.map(({ code }) => code)).toContain("ERR_FEDSEAL_INTEGRITY_MISMATCH");
});
