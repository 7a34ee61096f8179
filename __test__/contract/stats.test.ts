import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { folder, SCRATCH } from "../scratch.ts";
import { write } from "./projects.ts";

/** `fedseal contract extract --stats`, with what bundlers' federation plugins write. */

const SOURCES = {
  "package.json": '{ "name": "shop", "version": "1.0.0", "type": "module" }',
  "index.html": '<script type="module" src="/src/main.ts"></script>',
  "src/main.ts": "document.title = 'shop';",
  "src/Panel.ts": "export const title: string = 'panel';",
  "src/Card.tsx": 'import "./card.css";\nexport default function Card(): string { return "card"; }',
  "src/card.css": ".card { color: red }",
};

function build(plugin: string, options: object): string {
  const root = folder(SCRATCH);
  write(root, SOURCES);
  const { VITEST, NODE_ENV, ...env } = process.env;
  const args = [join(import.meta.dirname, "vite-build.mjs"), plugin, JSON.stringify(options)];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", env });
  if (status !== 0) throw new Error(stderr);
  return root;
}

function extract(root: string, ...more: string[]) {
  const { status, stdout } = fedseal(root, "contract", "extract", "--stats", "dist/mf-stats.json", ...more);
  const sources = () => {
    const { remote, exposes } = JSON.parse(readFileSync(join(root, "mf-contract.json"), "utf8"));
    const all = Object.entries<{ source: string }>(exposes).map(([key, { source }]) => [key, source]);
    return { remote, exposes: Object.fromEntries(all) };
  };
  return { status, stdout, sources };
}

describe.each(["@module-federation/vite", "vite-plugin-federation"])("%s", (plugin) => {
  const exposes = { "./Panel": "./src/Panel.ts", "./Card": "./src/Card.tsx" };

  test("says what is exposed, and from where", () => {
    const { status, stdout, sources } = extract(build(plugin, { exposes }));
    expect(status, stdout).toBe(0);
    expect(sources()).toEqual({ remote: "shop", exposes: { "./Panel": "src/Panel.ts", "./Card": "src/Card.tsx" } });
  });
});

test("a source that the statistics do not name has to be given, and the others do not", () => {
  const root = build("@module-federation/vite", {
    exposes: { "./Panel": "./src/Panel.ts", "./Card": "@/Card.tsx" },
    alias: { "@": "/src" },
  });
  const refused = extract(root);
  expect(refused.status).toBe(2);
  expect(refused.stdout).toContain("dist/mf-stats.json does not say which source ./Card is");
  expect(refused.stdout).toContain("--expose ./Card=src/…");
  const { status, stdout, sources } = extract(root, "--expose", "./Card=src/Card.tsx");
  expect(status, stdout).toBe(0);
  expect(sources().exposes).toEqual({ "./Panel": "src/Panel.ts", "./Card": "src/Card.tsx" });
});

test("a package that is exposed has to be named, once", () => {
  const root = folder();
  const stats = JSON.stringify({
    name: "shop",
    exposes: [
      { path: "./Panel", file: "src/Panel.ts" },
      { path: "./colours", file: "" },
    ],
  });
  write(root, {
    ...SOURCES,
    "dist/mf-stats.json": stats,
    "node_modules/colours/package.json": '{ "name": "colours", "version": "1.0.0", "types": "index.d.ts" }',
    "node_modules/colours/index.d.ts": "export declare const red: string;\n",
  });
  for (const command of ["extract", "verify"]) {
    const { status, stdout } = fedseal(root, "contract", command, "--stats", "dist/mf-stats.json");
    expect(status, command).toBe(2);
    expect(stdout.match(/does not say which source \.\/colours is/g), command).toHaveLength(1);
  }
  const { status, stdout, sources } = extract(root, "--expose", "./colours=colours");
  expect(status, stdout).toBe(0);
  expect(Object.keys(sources().exposes)).toEqual(["./Panel", "./colours"]);
});

test("statistics of another build beside it are not taken", () => {
  const root = folder();
  const exposes = [{ path: "./Panel", name: "Panel", assets: { js: { sync: [], async: [] } } }];
  const debug = { snapshot: { name: "other" }, exposes: [{ name: "./Panel", import: "./src/Panel.ts" }] };
  write(root, {
    ...SOURCES,
    "dist/mf-stats.json": JSON.stringify({ name: "shop", exposes }),
    "dist/mf-debug.json": JSON.stringify(debug),
  });
  expect(extract(root).status).toBe(2);
});

test("a style sheet that is exposed is not the module of that name", () => {
  const root = folder();
  write(root, {
    ...SOURCES,
    "src/theme.css": ":root {}",
    "dist/mf-stats.json": JSON.stringify({
      name: "shop",
      exposes: [
        { path: "./theme", file: "src/theme.css" },
        { path: "./Card", file: "src/Card.css" },
      ],
    }),
  });
  const { status, stdout, sources } = extract(root);
  expect(status, stdout).toBe(0);
  expect(sources().exposes).toEqual({ "./theme": "src/theme.css", "./Card": "src/Card.tsx" });
});
