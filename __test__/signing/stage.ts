import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rspack } from "@rspack/core";
import { folder } from "../scratch.ts";
import { buildRemote } from "../tamper/apps.ts";
import type { Engine } from "../tamper/engine.ts";
import { withTab } from "../tamper/page.ts";
import { FileServer } from "../tamper/server.ts";
import { KEYS, tamperOf, type World, worldOf } from "./cells.ts";
import { type Data, type Scenario, VARIANTS } from "./scenarios.ts";

/** Where scenarios are played: servers, remotes, and a page. */
export class Stage {
  readonly remotes = new FileServer();
  readonly hosts = new FileServer();
  readonly #worlds = new Map<string, World>();

  async open(): Promise<this> {
    for (const server of [this.remotes, this.hosts]) await server.start();
    for (const kind of ["script", "node"] as const) {
      const out = folder();
      await buildRemote("rspack + enhanced", kind, { out });
      this.remotes.folders.set(kind, out).set(`${kind}-moved`, out);
      const at = { origin: this.remotes.origin, foreign: this.hosts.origin, path: `/${kind}` };
      this.#worlds.set(kind, worldOf(out, at));
    }
    this.hosts.folders.set("lab", await page());
    return this;
  }

  async close(): Promise<void> {
    for (const server of [this.remotes, this.hosts]) await server.stop();
  }

  /** Plays a scenario in a page of an engine, with something more in its head. */
  inPage(engine: Engine, scenario: Scenario, first = "good", head = ""): Promise<unknown> {
    const { data, reset } = this.#prepare("script", first);
    this.hosts.tamper = (path, body) =>
      path.endsWith("/") && body ? { body: String(body).replace("<script", () => `${head}<script`) } : undefined;
    const run = `play(fedseal, ${scenario}, ${JSON.stringify(data)})`;
    return withTab(engine, `${this.hosts.origin}/lab/`, (tab) => tab.evaluate(run), reset);
  }

  /** Plays a scenario in a worker of a page. */
  inWorker(engine: Engine, scenario: Scenario, first = "good"): Promise<unknown> {
    const { data, reset } = this.#prepare("script", first);
    this.hosts.tamper = () => undefined;
    const code = `importScripts(${JSON.stringify(`${this.hosts.origin}/lab/page.js`)});
play(fedseal, ${scenario}, ${JSON.stringify(data)}).then(postMessage, (error) => postMessage(String(error)));`;
    const run = `new Promise((resolve, reject) => {
      const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(code)}])));
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
    })`;
    return withTab(engine, `${this.hosts.origin}/lab/`, (tab) => tab.evaluate(run), reset);
  }

  /** Plays a scenario in a process of Node, by the runtime in a folder perhaps. */
  inNode(scenario: Scenario, first = "good", runtime = ""): Promise<unknown> {
    const { data } = this.#prepare("node", first);
    const args = [
      "--no-warnings",
      join(import.meta.dirname, "process.mjs"),
      String(scenario),
      JSON.stringify(data),
      runtime,
    ];
    return new Promise((resolve, reject) => {
      execFile(process.execPath, args, { timeout: 60_000 }, (error, out, err) => {
        if (error) reject(new Error(`${error}${err}`));
        else resolve(JSON.parse(out));
      });
    });
  }

  #prepare(kind: "script" | "node", first: string): { data: Data; reset(): void } {
    const world = this.#worlds.get(kind) as World;
    let current = first;
    const reset = () => {
      current = first;
      this.remotes.forget();
    };
    this.remotes.forget();
    this.remotes.tamper = (path, ...rest) => {
      const [, variant] = /^\/switch\/(.*)$/.exec(path) ?? [];
      if (variant === undefined) return tamperOf(world, VARIANTS[current]?.(world) ?? {})(path, ...rest);
      current = variant;
      return { body: "" };
    };
    const base = `${world.origin}${world.path}`;
    const data: Data = {
      origin: world.origin,
      url: `${base}/mf-manifest.json`,
      moved: `${base}-moved/mf-manifest.json`,
      entry: `${base}/remoteEntry.js`,
      type: kind === "node" ? "commonjs-module" : "global",
      require: { shop: { policy: "require", keys: [KEYS.shop.jwk, KEYS.next.jwk] } },
      shop: KEYS.shop.jwk,
      next: KEYS.next.jwk,
      kid: KEYS.shop.kid,
    };
    return { data, reset };
  }

  /** How often the manifest and its signature were asked for. */
  get asked(): number {
    return this.remotes.requests.filter((line) => line.includes("mf-manifest.json")).length;
  }
}

async function page(): Promise<string> {
  const out = folder();
  await new Promise<void>((resolve, reject) => {
    rspack(
      {
        mode: "production",
        context: import.meta.dirname,
        entry: "./page.mjs",
        output: { path: out, filename: "page.js", uniqueName: "lab" },
        target: ["web", "es2022"],
      },
      (error, stats) => (error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString())) : resolve()),
    );
  });
  writeFileSync(join(out, "index.html"), '<!doctype html><title>lab</title><script src="page.js"></script>');
  return out;
}
