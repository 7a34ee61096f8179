// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sources of shells, as text
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ShellUses, usesOf } from "../../npm/fedseal/dist/contract/package/uses.js";
import { project } from "./projects.ts";

/** What a shell uses: what cannot be told counts as everything, and nothing that names a module is missed. */

const CONTRACTS = [
  { remote: "shop", exposes: { "./B": {}, "./price": {} } },
  { remote: "@team/cart", exposes: { "./Basket": {} } },
];

function read(files: Record<string, string>, ...folders: string[]): ShellUses {
  const root = project(files);
  const found = usesOf(
    folders.length > 0 ? folders.map((one) => join(root, one)) : [join(root, "src")],
    CONTRACTS,
    "@platform/mfe-contracts",
  );
  if (typeof found === "string") throw new Error(found);
  return found;
}

const ALL_OF_SHOP = { "shop/B": ["*"], "shop/price": ["*"] };

test.each<[string, string[], string?]>([
  ['import { open } from "shop/B";', ["open"]],
  ['import Button, { open as o } from "shop/B";', ["default", "open"]],
  ['import * as shop from "shop/B";', ["*"]],
  ['import "shop/B";', []],
  ['export { open } from "shop/B";', ["open"]],
  ['export { default as Button } from "shop/B";', ["default"]],
  ['export * from "shop/B";', ["*"]],
  ['const B = lazy(() => import("shop/B"));', ["default"]],
  ['const B = React.lazy(() => import("shop/B"));', ["default"]],
  ['import { lazy } from "react"; const B = lazy(async () => await import("shop/B"));', ["default"]],
  // A function of the project may take whatever it likes.
  ['import { lazy } from "./lazy"; const B = lazy(() => import("shop/B"));', ["*"]],
  ['const B = lazy(() => import("shop/B"), "open");', ["*"]],
  ['const { open } = await import("shop/B");', ["open"]],
  ["const { open } = await import(`shop/B`);", ["open"]],
  ['const { open } = (await loadRemote("shop/B"))!;', ["open"]],
  ['import("shop/B").then(({ open }) => open());', ["open"]],
  ['const m = await import("shop/B").catch(report);', ["*"]],
  ['import shop = require("shop/B");', ["*"]],
  ['const { open } = require("shop/B");', ["open"]],
  ['const m = await load("shop/B");', ["*"]],
  ['useRemote("x", "shop/B");', ["*"]],
  ['new Loader("shop/B");', ["*"]],
  ['const x = <Remote module="shop/B" />;', ["*"]],
  ['type M = FederatedModule<"shop/B">;', ["*"]],
  ['type M = FederatedModules["shop/B"];', ["*"]],
  ['type P = import("shop/B").Props;', ["Props"]],
  ['type M = typeof import("shop/B");', ["*"]],
  ['import type { Props } from "@platform/mfe-contracts/shop/B";', ["Props"]],
  ['/** @type {import("shop/B").Props} */ export const p = {};', ["Props"], "a.js"],
  ['/** @import { Props } from "shop/B" */', ["Props"], "a.mjs"],
  ['export const p = 1;\n/** @typedef {import("shop/B").Props} P */', ["Props"], "a.cjs"],
  ['import { open } from "shop/B";', ["open"], "a.mts"],
  ['import { open } from "shop/B";', ["open"], "a.cts"],
  ['declare global { interface Window { b: import("shop/B").Props } } export {};', ["Props"], "a.d.ts"],
  ['declare module "shop/B" { export const more: 1; }', ["*"], "a.d.ts"],
  ['<script lang="ts">import { open } from "shop/B"</script>', ["*"], "a.vue"],
  ['<script>import { open } from "shop/B"</script>', ["*"], "a.svelte"],
  ['---\nimport { open } from "shop/B"\n---\n<p/>', ["*"], "a.astro"],
  ['import B from "shop/B"\n\n# Text', ["*"], "a.mdx"],
  ['[{ "path": "/", "module": "shop/B" }]', ["*"], "routes.json"],
  ['loadComponent("shop", "./B")', ["*"]],
  ['const x = <System scope="shop" module="./B" url={url} />;', ["*"]],
  ['const system = { url, scope: "shop", module: "./B" };', ["*"]],
  ['const id = "shop/B"; loadRemote(id);', ["*"]],
])("%s", (source, names, file = "a.tsx") => {
  const found = read({
    "package.json": '{ "name": "shell", "dependencies": { "react": "19" } }',
    [`src/${file}`]: source,
    "src/z.ts": "export {};",
  });
  expect(found).toMatchObject({ uses: { "shop/B": names }, unknown: [], notExposed: [], unresolved: [], dynamic: [] });
  expect(Object.keys(found.uses)).toEqual(["shop/B"]);
});

test.each([
  ["import(`shop/${name}`)"],
  ["load(`shop/${name}`)"],
  ['loadRemote("shop/" + name)'],
  ["const x = <Remote module={`shop/${name}`} />"],
  ["type Id = `shop/${string}`"],
  ["import(`@platform/mfe-contracts/shop/${name}`)"],
])("a name that is put together, %s, may be everything of the remote", (source) => {
  expect(read({ "src/a.tsx": source })).toMatchObject({ uses: ALL_OF_SHOP, dynamic: [] });
});

test("a remote with a scope in its name", () => {
  expect(read({ "src/a.ts": 'import { add } from "@team/cart/Basket";' }).uses).toEqual({
    "@team/cart/Basket": ["add"],
  });
});

test("what names no module uses none", () => {
  const found = read({ "src/a.ts": 'const b = "shop"; go("/shop/B"); const c = `${b}/x`; fetch("shop/list");' });
  expect(found).toEqual({
    project: expect.any(String),
    read: { src: 1 },
    uses: {},
    unknown: [],
    notExposed: [],
    unresolved: [],
    local: [],
    workspace: [],
    dynamic: [],
  });
});

describe("nothing is dropped without a word", () => {
  const TSCONFIG = '{ "compilerOptions": { "paths": { "@app/*": ["./src/*"], "shop/own": ["./src/own.ts"] } } }';
  const named = (list: { name: string; line: number }[]) => list.map(({ name, line }) => `${name}:${line}`);

  test.each([
    ['import x from "shop/Bc";'],
    ['loadRemote("shop/Bc");'],
    ['import "@platform/mfe-contracts/shop/Bc";'],
    ['type T = import("shop/Bc").T;'],
  ])("an expose that the contract does not have: %s", (source) => {
    expect(named(read({ "src/a.ts": source }).notExposed)).toEqual(["shop/Bc:1"]);
  });

  test.each([
    ['\nimport x from "blog/Post";', "blog/Post:2"],
    ['const P = lazy(() => import("blog/Post"));', "blog/Post:1"],
    ["import(`blog/${name}`)", "blog/…:1"],
    ['loadRemote("blog/Post")', "blog/Post:1"],
    ["loadRemote(`blog/${name}`)", "blog/…:1"],
    ['import { load } from "@platform/mfe-contracts/blog/Post";', "blog/Post:1"],
  ])("a remote that the package does not have: %s", (source, expected) => {
    expect(named(read({ "tsconfig.json": TSCONFIG, "src/a.ts": source }).unknown)).toEqual([expected]);
  });

  test("a module that Module Federation's own types declare is one of a remote", () => {
    const found = read({
      "tsconfig.json": '{ "compilerOptions": { "paths": { "*": ["./@mf-types/*"] } } }',
      "@mf-types/blog/Post.d.ts": "export {};",
      "src/a.ts": 'import "blog/Post";',
    });
    expect(named(found.unknown)).toEqual(["blog/Post:1"]);
  });

  test("files, packages and what only bundlers know are none", () => {
    const found = read({
      "package.json": '{ "name": "shell", "dependencies": { "untyped": "1" } }',
      "tsconfig.json": TSCONFIG,
      "node_modules/typed/index.d.ts": "export {};",
      "node_modules/typed/package.json": '{ "name": "typed", "types": "index.d.ts" }',
      "src/own.ts": "export {};",
      "src/a.ts": `import "./own"; import "node:fs"; import "fs/promises"; import "untyped/deep"; import "typed";
        import "@app/own"; import "@app/style.css"; import "virtual:pages"; import "~icons/x"; import "#own"; import "shell/x";
        import "@platform/mfe-contracts/ambient"; import "@platform/mfe-contracts"; import "https://cdn.example/x.js";
        import "!raw-loader!./own"; import "./own?raw";`,
    });
    expect(found).toMatchObject({ uses: {}, unknown: [], unresolved: [], notExposed: [], local: [] });
    expect(found.workspace).toEqual(["@app"]);
  });

  test("in a project without TypeScript, aliases of a bundler are only told", () => {
    const found = read({ "src/a.js": 'import x from "components/Button"; import "@/y"; import "~/z";' });
    expect(found.unknown).toEqual([]);
    expect(named(found.unresolved)).toEqual(["components/Button:1"]);
  });

  test("a file of the project that is called like a module of a remote", () => {
    const found = read({ "tsconfig.json": TSCONFIG, "src/own.ts": "export {};", "src/a.ts": 'import "shop/own";' });
    expect(found.notExposed).toEqual([]);
    expect(named(found.local)).toEqual(["shop/own:1"]);
  });

  test("a remote that a workspace links as a package is still a remote", () => {
    const root = project({
      "tsconfig.json": "{}",
      "apps/blog/package.json": '{ "name": "blog", "version": "1.0.0" }',
      "src/a.ts": 'import "blog/Post"; import "shop/Gone";',
      "apps/shop/package.json": '{ "name": "shop", "version": "1.0.0" }',
    });
    mkdirSync(join(root, "node_modules"));
    for (const name of ["blog", "shop"]) symlinkSync(join(root, "apps", name), join(root, "node_modules", name), "dir");
    const found = usesOf([join(root, "src")], CONTRACTS, "@platform/mfe-contracts") as ShellUses;
    expect([named(found.unknown), named(found.notExposed)]).toEqual([["blog/Post:1"], ["shop/Gone:1"]]);
  });

  test.each([
    ["loadRemote(name)", 1],
    ["const load = typedLoad(loadRemote); load(route.module as FederatedId);", 2],
    ["instance.loadRemote(route.module)", 1],
    ["function get(id: string) { return loadRemote(id); }", 1],
    // Callers are held to names that are written.
    ["const load = typedLoad((id) => loadRemote(id));", 0],
    ["function get<Id extends FederatedId>(id: Id) { return loadRemote(id); }", 0],
  ])("%s", (source, times) => {
    expect(read({ "src/a.ts": source }).dynamic).toHaveLength(times);
  });
});

describe("which files are read", () => {
  test("several folders, files and globs, named from the shell's project", () => {
    const found = read(
      {
        "src/a.ts": 'import "shop/B";',
        "lib/deep/b.tsx": 'import "shop/price";',
        "lib/node_modules/x/c.ts": 'import "@team/cart/Basket";',
        "one.ts": "export {};",
      },
      "src",
      "lib",
      "one.ts",
    );
    expect(found).toMatchObject({
      read: { src: 1, lib: 1, "one.ts": 1 },
      uses: { "shop/B": [], "shop/price": [] },
    });
  });

  test("linked folders are followed, and a link to a folder above ends", () => {
    const root = project({ "src/a.ts": "export {};", "shared/b.ts": 'import "shop/B";' });
    symlinkSync(join(root, "shared"), join(root, "src/shared"), "dir");
    symlinkSync(join(root, "src"), join(root, "src/loop"), "dir");
    const found = usesOf([join(root, "src")], CONTRACTS, "@platform/mfe-contracts");
    expect(found).toMatchObject({ read: { src: 2 }, uses: { "shop/B": [] } });
  });

  test("a contract package inside names every module and is none of the sources", () => {
    const found = read({
      "src/a.ts": "export {};",
      "src/contracts/contracts.lock.json": "{}",
      "src/contracts/index.d.ts": 'export type X = "shop/B";',
    });
    expect(found).toMatchObject({ read: { src: 1 }, uses: {} });
  });

  test.each([
    ["nowhere", "does not exist"],
    ["empty", "holds no source"],
    ["nowhere/*.ts", "holds no source"],
  ])("%s is nothing that was read", (folder, words) => {
    const root = project({ "empty/readme.txt": "" });
    expect(usesOf([join(root, folder)], CONTRACTS, "@platform/mfe-contracts")).toContain(words);
  });
});

describe("sources that the shell's sources import", () => {
  test("are read, wherever in the workspace they are", () => {
    const root = project({
      "apps/shell/package.json": '{ "name": "shell", "dependencies": { "@acme/lib": "1.0.0" } }',
      "apps/shell/tsconfig.json": '{ "compilerOptions": { "paths": { "@o/*": ["../../outside/*"] } } }',
      "apps/shell/src/main.ts": 'import "@acme/lib";\nimport "../../../deep/one";\nimport "@o/two";\n',
      "packages/lib/package.json": '{ "name": "@acme/lib", "version": "1.0.0", "main": "src/index.ts" }',
      "packages/lib/src/index.ts": 'export { a } from "shop/A";\nimport "./more";\n',
      "packages/lib/src/more.ts": 'import "shop/B";\n',
      "deep/one.ts": 'import { c } from "shop/C";\n',
      "outside/two.ts": 'import { d } from "shop/D";\n',
    });
    mkdirSync(join(root, "node_modules/@acme"), { recursive: true });
    symlinkSync(join(root, "packages/lib"), join(root, "node_modules/@acme/lib"), "dir");
    const exposes = Object.fromEntries(["A", "B", "C", "D"].map((name) => [`./${name}`, {}]));
    const found = usesOf([join(root, "apps/shell/src")], [{ remote: "shop", exposes }], "@platform/mfe-contracts");
    if (typeof found === "string") throw new Error(found);
    expect(Object.keys(found.uses)).toEqual(["shop/A", "shop/B", "shop/C", "shop/D"]);
    expect(found.read).toMatchObject({ src: 1, "../../packages/lib": 2 });
  });
});

test("of a linked package that is built, and of a component of another compiler, the sources are read", () => {
  const root = project({
    "apps/shell/package.json": '{ "name": "shell", "dependencies": { "@acme/lib": "1.0.0" } }',
    "apps/shell/src/main.ts": 'import "@acme/lib";\nimport "../../../parts/Panel.vue";\nimport "./own";\n',
    "apps/shell/src/own.d.ts": "export {};\n",
    "apps/shell/test/old.ts": 'import "shop/C";\n',
    "packages/lib/package.json": '{ "name": "@acme/lib", "version": "1.0.0", "types": "dist/index.d.ts" }',
    "packages/lib/dist/index.d.ts": "export {};\n",
    "packages/lib/src/index.ts": 'export { a } from "shop/A";\n',
    "parts/Panel.vue": '<script setup lang="ts">\nimport { b } from "shop/B";\n</script>\n',
  });
  mkdirSync(join(root, "node_modules/@acme"), { recursive: true });
  symlinkSync(join(root, "packages/lib"), join(root, "node_modules/@acme/lib"), "dir");
  const exposes = Object.fromEntries(["A", "B", "C"].map((name) => [`./${name}`, {}]));
  const found = usesOf([join(root, "apps/shell/src")], [{ remote: "shop", exposes }], "@platform/mfe-contracts");
  if (typeof found === "string") throw new Error(found);
  // What only the shell's own folder beside the given one has is not imported.
  expect(Object.keys(found.uses)).toEqual(["shop/A", "shop/B"]);
});

describe("loadRemote under another name", () => {
  test.each([
    'import { loadRemote as l } from "@module-federation/enhanced/runtime"; export const f = (n: string) => l(n);',
    "const { loadRemote: grab } = createInstance({}); export const f = (n: string) => grab(n);",
    'export const f = (n: string) => instance["loadRemote"](n);',
    "const load = instance.loadRemote; export const f = (n: string) => load(n);",
    "export const f = (names: string[]) => names.map(loadRemote);",
    "export const tools = { loadRemote };",
    "export const tools = { load: loadRemote };",
    "export const all = [loadRemote];",
    "export const get = () => loadRemote;",
    "export function get() { return loadRemote; }",
    "tools.load = loadRemote;",
    'export { loadRemote as fetchModule } from "@module-federation/enhanced/runtime";',
  ])("is the same: %s", (text) => {
    expect(read({ "src/x.ts": text }).dynamic).toHaveLength(1);
  });

  test.each([
    'import { loadRemote as l } from "@module-federation/enhanced/runtime"; l("shop/B");',
    'const load = typedLoad(loadRemote); load("shop/B");',
    'export { loadRemote } from "@module-federation/enhanced/runtime"; loadRemote("shop/B");',
  ])("with a name that is written there: %s", (text) => {
    const { dynamic, uses } = read({ "src/x.ts": text });
    expect({ dynamic, uses }).toEqual({ dynamic: [], uses: { "shop/B": ["*"] } });
  });
});
