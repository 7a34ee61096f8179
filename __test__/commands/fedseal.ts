import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { KeptProcess, type Ran } from "./kept/kept.ts";

export const BIN = join(import.meta.dirname, "../../npm/fedseal/bin/fedseal.js");

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A manifest as a bundler writes it, whose expose has one script in each list. */
export const MANIFEST = {
  id: "shop",
  name: "shop",
  metaData: {
    name: "shop",
    type: "app",
    buildInfo: { buildVersion: "1.0.0", buildName: "shop" },
    remoteEntry: { name: "remoteEntry.js", path: "", type: "global" },
    globalName: "shop",
    pluginVersion: "2.9.2",
    publicPath: "auto",
  },
  shared: [],
  remotes: [],
  exposes: [
    {
      id: "shop:Button",
      name: "Button",
      path: "./Button",
      assets: { js: { sync: ["static/js/Button.js"], async: ["static/js/lazy.js"] }, css: { sync: [], async: [] } },
    },
  ],
};

/** An output folder `dist` in a new folder; what is given stands in for or beside the files it has anyway. */
export function output(files: Record<string, string | Buffer> = {}): { dir: string; dist: string } {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "fedseal-test-")));
  folders.push(dir);
  const all = {
    "mf-manifest.json": JSON.stringify(MANIFEST, null, 2),
    "remoteEntry.js": "entry",
    "static/js/Button.js": "button",
    "static/js/lazy.js": "lazy",
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    const path = join(dir, "dist", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return { dir, dist: join(dir, "dist") };
}

export type { Ran };

let kept: KeptProcess | undefined;
afterAll(() => kept?.end());

function keptProcess(): KeptProcess {
  kept ??= new KeptProcess();
  return kept;
}

/** Runs the command in a folder, as a pipeline does: no terminal. */
export function fedseal(cwd: string, ...args: string[]): Ran {
  return needsOwnProcess(cwd, args) ? fedsealProcess(cwd, ...args) : keptProcess().run(cwd, args);
}

/** Runs the command in a process of its own. */
export function fedsealProcess(cwd: string, ...args: string[]): Ran {
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, ...args], { cwd, encoding: "utf8" });
  return { stdout, stderr, status };
}

/** Runs the command without blocking this process, in which the server that it asks may run. */
export async function fedsealAsync(cwd: string, ...args: string[]): Promise<Ran> {
  return needsOwnProcess(cwd, args) ? fedsealProcessAsync(cwd, ...args) : keptProcess().runBeside(cwd, args);
}

/** Runs the command in a process of its own without blocking this one. */
export async function fedsealProcessAsync(cwd: string, ...args: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [BIN, ...args], { cwd });
  const out = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    out.stderr += text;
  });
  const [status] = (await once(child, "close")) as [number | null];
  return { ...out, status };
}

/** Whether a call may run code of the test: a configuration that is a module is loaded once in a process, and may end it. */
function needsOwnProcess(cwd: string, args: readonly string[]): boolean {
  if (process.env.FEDSEAL_TEST_PROCESSES !== undefined) return true;
  return args.some((one) => one.startsWith("--config")) || readdirSync(cwd).some((name) => CONFIG_MODULE.test(name));
}

const CONFIG_MODULE = /^fedseal\.config\.[cm]?[jt]s$/;

/** Starts the command without waiting for it. */
export function start(cwd: string, ...args: string[]) {
  return spawn(process.execPath, [BIN, ...args], { cwd, stdio: "ignore" });
}

/** Times out of a text, which no snapshot may hold. */
export function timeless({ stdout, stderr, status }: Ran) {
  return { stdout: stdout.replaceAll(/in \d+ ms/g, "in N ms"), stderr, status };
}
