import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { manifestOf } from "../folders.ts";
import { folder, SCRATCH } from "../scratch.ts";

/** A remote that Vite builds and seals; returns its folder. */
export function buildViteRemote(federation: Record<string, unknown> = {}): string {
  const root = build("vite", {
    name: "shop",
    filename: "remoteEntry.js",
    exposes: { "./Panel": "./Panel.js" },
    shared: { react: { singleton: true } },
    ...federation,
  });
  return join(root, "dist");
}

/** A host that Vite builds; `enforce` is fedseal's option. Returns its folder. */
export function buildViteHost(entry: string, enforce: Record<string, unknown> | false, type = "module"): string {
  const root = build("host", {
    name: "shell",
    remotes: { shop: { type, name: "shop", entry } },
    sealing: { enforce },
  });
  const dist = join(root, "dist");
  // As the guide says it.
  const [, script = ""] = /```js\n(\/\/ integrity\.mjs[\s\S]*?)```/.exec(readFileSync(GUIDE, "utf8")) ?? [];
  writeFileSync(join(root, "integrity.mjs"), script);
  const { status, stderr } = spawnSync(process.execPath, ["integrity.mjs", "./"], { cwd: root, encoding: "utf8" });
  if (!script || status !== 0) throw new Error(stderr);
  return dist;
}

const GUIDE = join(import.meta.dirname, "../../docs/guide/vite.md");

/** Files of a Vite remote by the part they play. */
export function viteFilesOf(out: string) {
  const names = Object.keys(manifestOf(out).integrity);
  const find = (part: string) => {
    const [found, ...others] = names.filter((name) => name.startsWith(`assets/${part}-`) && name.endsWith(".js"));
    if (!found || others.length > 0) throw new Error(`${part}: not one of ${names}`);
    return found;
  };
  return {
    entry: "remoteEntry.js",
    /** What the entry imports lazily, and what that imports statically. */
    exposed: find("Panel"),
    static: find("word"),
    /** What the exposed module imports lazily, and what that imports statically. */
    lazy: find("details"),
    below: find("more"),
  };
}

function build(app: "vite" | "host", federation: Record<string, unknown>): string {
  const root = folder(SCRATCH);
  cpSync(join(import.meta.dirname, "app", app), root, { recursive: true });
  if (app === "host") writeFileSync(join(root, "index.html"), PAGE);
  const { VITEST, NODE_ENV, ...env } = process.env;
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, "vite-build.mjs"), JSON.stringify({ base: "", ...federation })],
    { cwd: root, encoding: "utf8", env },
  );
  if (status !== 0) throw new Error(stderr);
  return root;
}

/** Vite's host asks for the manifests of its remotes before any code of its own runs. */
export const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>shell</title>
    <script>
      window.told = [];
      addEventListener("fedseal", ({ detail: { code, url, message } }) => told.push({ code, url, message }));
    </script>
  </head>
  <body>
    <p>shell</p>
    <script type="module" src="/bootstrap.js"></script>
  </body>
</html>
`;
