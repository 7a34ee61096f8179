import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compare } from "../../npm/fedseal/dist/contract/compare/compare.js";
import { readSides } from "../../npm/fedseal/dist/contract/sides.js";
import { fedseal } from "../commands/fedseal.ts";
import { folder } from "../scratch.ts";
import { write } from "./projects.ts";

/** What importers of an npm package can name, and what two versions of it come to. */

type Files = Record<string, string>;

function pack(manifest: object, files: Files): string {
  const root = folder();
  write(root, { "package.json": JSON.stringify({ name: "pkg", version: "1.0.0", ...manifest }), ...files });
  return root;
}

async function keysOf(manifest: object, files: Files): Promise<string[]> {
  const root = pack(manifest, files);
  const [{ side }] = await readSides(root, root);
  return [...(side?.exposes.keys() ?? [])].sort();
}

/** As `fedseal contract diff` answers. */
async function diff(old: string, now: string) {
  const [before, after] = await readSides(old, now);
  const diagnostics = [...before.diagnostics, ...after.diagnostics].map((one) => `${one.rule}: ${one.message}`);
  if (!before.side || !after.side) throw new Error(diagnostics.join("\n"));
  const { findings, undecided } = compare(before.side, after.side, { profile: "standard" });
  const unknown = diagnostics.length + undecided.length;
  return {
    status: unknown > 0 ? 2 : findings.some((one) => one.level === "major") ? 1 : 0,
    found: findings.map((one) => `${one.rule} ${one.export}`),
    places: findings.map(({ old: at }) => at && `${at.file}:${at.line}`),
    diagnostics,
  };
}

/** Declarations and, beside them, the scripts that they are of. */
function built(...names: string[]): Files {
  return Object.fromEntries(
    names.flatMap((name) => [
      [name, "export const value: 1;"],
      [name.replace(/\.d\.([cm]?)ts$/, ".$1js"), "export const value = 1;"],
    ]),
  );
}

describe("patterns of `exports`", () => {
  test.each<[string, unknown, Files, string[]]>([
    [
      "conditions inside conditions",
      { ".": "./index.js", "./*": { import: { types: "./esm/*.d.mts", default: "./esm/*.mjs" }, default: "./*.js" } },
      { ...built("index.d.ts", "utils.d.ts", "esm/utils.d.mts", "esm/deep/a.d.mts") },
      [".", "./deep/a", "./index", "./utils"],
    ],
    [
      "what only older TypeScript reads, and what has declarations but no script",
      { "./*": { import: { types: "./esm/*.d.mts", default: "./esm/*.mjs" }, types: "./*.d.ts", default: "./*.js" } },
      {
        ...built("esm/utils.d.mts", "utils.d.ts"),
        "ts3.4/utils.d.ts": "export {};",
        "esm/internal.d.mts": "export {};",
      },
      ["./utils"],
    ],
    [
      "null hides",
      { "./*": "./dist/*.js", "./internal/*": null, "./features/*/private": null },
      built("dist/a.d.ts", "dist/internal/b.d.ts", "dist/features/x/private.d.ts", "dist/features/x/open.d.ts"),
      ["./a", "./features/x/open"],
    ],
    [
      "with and without the ending",
      { "./*": "./dist/*.js", "./*.js": "./dist/*.js" },
      built("dist/a.d.ts"),
      ["./a", "./a.js"],
    ],
    [
      "the importer writes the ending",
      { "./*": "./dist/*" },
      built("dist/a.d.ts", "dist/b.d.mts"),
      ["./a.js", "./b.mjs"],
    ],
    [
      "the longer pattern counts",
      { "./*": "./a/*.js", "./x/*": "./b/*.js" },
      built("a/x/p.d.ts", "b/q.d.ts"),
      ["./x/q"],
    ],
    ["declarations alone", { "./*": { types: "./types/*.d.ts" } }, { "types/a.d.ts": "export {};" }, ["./a"]],
    ["nothing was built", { "./*": "./dist/*.js" }, { "dist/a.d.ts": "export {};" }, ["./a"]],
    ["a list of targets", { "./*": ["./dist/*.js"] }, built("dist/a.d.ts"), ["./a"]],
    [
      "in the middle of a name, and more than once",
      { "./icons/*/icon": "./dist/*/*.js" },
      built("dist/star/star.d.ts", "dist/star/other.d.ts"),
      ["./icons/star/icon"],
    ],
  ])("%s", async (_, exports, files, expected) => {
    expect(await keysOf({ exports }, files)).toEqual(expected);
  });

  test("`typesVersions`", async () => {
    const manifest = { main: "index.js", types: "index.d.ts", typesVersions: { "*": { "*": ["types/*"] } } };
    expect(await keysOf(manifest, { "types/index.d.ts": "export const a: 1;" })).toEqual(["."]);
  });

  test("a subpath that loses an export is seen", async () => {
    const exports = { "./*": { types: "./*.d.ts", default: "./*.js" } };
    const old = pack({ exports }, { ...built("utils.d.ts"), "utils.d.ts": "export const a: 1;\nexport const b: 1;" });
    const now = pack({ exports }, { ...built("utils.d.ts"), "utils.d.ts": "export const a: 1;" });
    expect(await diff(old, now)).toMatchObject({ status: 1, found: ["contract/export-removed ./utils#b"] });
  });

  test("a subpath that still resolves is not removed, however it is listed", async () => {
    const listed = pack(
      { exports: { ".": "./index.js", "./vanilla": "./vanilla.js" } },
      built("index.d.ts", "vanilla.d.ts"),
    );
    const matched = pack(
      { exports: { ".": "./index.js", "./*": "./dist/*.js" } },
      built("index.d.ts", "dist/vanilla.d.ts"),
    );
    const free = pack({ types: "index.d.ts" }, built("index.d.ts", "vanilla.d.ts"));
    for (const [one, other] of [
      [listed, matched],
      [matched, listed],
      [listed, free],
      [matched, free],
    ] as const) {
      expect(await diff(one, other)).toMatchObject({ status: 0, found: [] });
    }
    const gone = pack({ exports: { ".": "./index.js", "./*": "./dist/*.js" } }, built("index.d.ts", "dist/other.d.ts"));
    expect((await diff(listed, gone)).found).toEqual([
      "contract/expose-removed ./vanilla",
      "contract/expose-added ./other",
    ]);
  });

  test("`exports` that lead to sources", async () => {
    const exports = { ".": "./src/index.ts", "./*": "./src/*.ts" };
    const old = pack(
      { exports },
      { "src/index.ts": "export const a = 1;", "src/b.ts": "export const b = (x: string) => x;" },
    );
    const now = pack(
      { exports },
      { "src/index.ts": "export const a = 1;", "src/b.ts": "export const b = (x: number) => x;" },
    );
    const { status, found } = await diff(old, now);
    expect(status).toBe(1);
    expect(found.every((one) => one.includes("./b#b"))).toBe(true);
  });
});

describe("typings that are scripts", () => {
  const typings = (days: string, more = "") => `// Two pieces of a module, as date-fns 2 has them
interface Curried<A, R> {
  (a: A): R
}
type Interval = { start: Date | number }
declare module "pkg" {
  function add(date: Date | number, amount: ${days}): Date
  namespace add {}
}
declare module "pkg" {
  const inside: (interval: Interval) => boolean
}
declare module "pkg/add" {
  import { add } from "pkg"
  export default add
}
declare module "pkg/fp" {
  const add: Curried<${days}, Date>
}
${more}`;
  const manifest = { main: "index.js", types: "./typings.d.ts" };

  test("are the modules that they declare", async () => {
    const old = pack(manifest, { "typings.d.ts": typings("number") });
    expect(await diff(old, pack(manifest, { "typings.d.ts": typings("number") }))).toMatchObject({
      status: 0,
      found: [],
    });
    const now = pack(manifest, { "typings.d.ts": typings("string") });
    expect(await diff(old, now)).toMatchObject({
      status: 1,
      found: ["contract/type-changed add(amount)"],
      places: ["typings.d.ts#pkg.d.ts:7"],
      diagnostics: [],
    });
  });

  test("have a global type that changes the module's", async () => {
    const old = pack(manifest, { "typings.d.ts": typings("number") });
    const text = typings("number").replace("start: Date | number", "start: Date");
    const { status, found } = await diff(old, pack(manifest, { "typings.d.ts": text }));
    expect({ status, found }).toEqual({ status: 1, found: [expect.stringMatching(/start$/)] });
  });

  test("that become modules", async () => {
    const exports = { ".": { types: "./index.d.ts" }, "./add": { types: "./add.d.ts" } };
    const old = { "typings.d.ts": typings("number"), "add/package.json": '{ "typings": "../typings.d.ts" }' };
    const files = {
      "index.d.ts": `export * from "./add.js";
        export interface Interval { start: Date | number }
        export const inside: (interval: Interval) => boolean;`,
      "add.d.ts": "export function add(date: Date | number, amount: number): Date;\nexport default add;",
    };
    const { found, diagnostics } = await diff(pack(manifest, old), pack({ exports }, files));
    expect(diagnostics).toEqual([]);
    expect(
      found.filter((one) => one.startsWith("contract/export-removed") || one.startsWith("contract/expose")),
    ).toEqual([]);
  });

  test("in scripts that refer to each other", async () => {
    const files = (type: string) => ({
      "typings.d.ts": '/// <reference path="./more.d.ts" />\n/// <reference path="./globals.d.ts" />',
      "more.d.ts": 'declare module "pkg" {\n  export function f(x: Shared): void;\n}',
      "globals.d.ts": `type Shared = ${type};`,
    });
    const old = pack(manifest, files("string"));
    expect((await diff(old, pack(manifest, files("number")))).status).toBe(1);
    expect(await diff(old, pack(manifest, files("string")))).toMatchObject({ status: 0, found: [], diagnostics: [] });
  });

  test("without a package", async () => {
    const root = folder();
    write(root, { "old.d.ts": typings("number"), "new.d.ts": typings("string") });
    const { stdout, status } = fedseal(root, "contract", "diff", "old.d.ts", "new.d.ts", "--format", "json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout).findings.map((one: { export: string }) => one.export)).toContain("pkg#add(amount)");
  });

  test("that declare no module are not decided, unless they are the same", async () => {
    const script = (type: string) => pack(manifest, { "typings.d.ts": `interface Global { a: ${type} }` });
    expect(await diff(script("1"), script("1"))).toMatchObject({ status: 0, diagnostics: [] });
    expect(await diff(script("1"), script("2"))).toMatchObject({
      status: 2,
      found: [],
      diagnostics: [
        "contract/not-compared: . is not compared: typings.d.ts is a script that declares global names, and no module",
      ],
    });
    const module = pack(manifest, { "typings.d.ts": "export const a: 1;" });
    expect((await diff(script("1"), module)).status).toBe(2);
    expect((await diff(module, script("1"))).status).toBe(2);

    const both = { ".": { types: "./index.d.ts" }, "./client": { types: "./client.d.ts" } };
    const files = { "index.d.ts": "export const a: 1;", "client.d.ts": "interface Global { a: 1 }" };
    const without = pack({ exports: { ".": both["."] } }, { "index.d.ts": files["index.d.ts"] });
    expect((await diff(pack({ exports: both }, files), without)).found).toEqual(["contract/expose-removed ./client"]);
    expect((await diff(without, pack({ exports: both }, files))).found).toEqual(["contract/expose-added ./client"]);
  });
});

describe("declarations that import a package of their workspace", () => {
  const workspace = (color: string) => {
    const root = folder();
    write(root, {
      "packages/ui/package.json": '{ "name": "@mono/ui", "version": "1.0.0", "types": "dist/index.d.ts" }',
      "packages/ui/dist/index.d.ts": `import type { Color } from "@mono/tokens";\nexport declare function paint(color: Color): void;`,
      "packages/tokens/package.json": '{ "name": "@mono/tokens", "version": "1.0.0", "types": "index.d.ts" }',
      "packages/tokens/index.d.ts": `export type Color = ${color};`,
    });
    mkdirSync(join(root, "node_modules/@mono"), { recursive: true });
    symlinkSync(join(root, "packages/tokens"), join(root, "node_modules/@mono/tokens"), "dir");
    return join(root, "packages/ui");
  };

  test.each(["", "dist", "dist/index.d.ts"])("given as %j", async (given) => {
    const old = join(workspace('"red" | "blue"'), given);
    expect(await diff(old, join(workspace('"red"'), given))).toMatchObject({ status: 1, diagnostics: [] });
    const same = await diff(old, join(workspace('"red" | "blue"'), given));
    expect(same).toMatchObject({ status: 0, found: [], diagnostics: [] });
  });
});

test("a bundler's entry does not stand for the folder that it is in", async () => {
  const text = (props: string) =>
    `export interface ButtonProps { ${props} }\nexport declare function Button(props: ButtonProps): null;\n`;
  const root = folder();
  write(root, {
    "old/index.ts": 'import("./bootstrap");\nexport {};\n',
    "old/bootstrap.ts": "export {};\n",
    "old/Button.ts": text("label: string"),
    "new/index.ts": 'import("./bootstrap");\nexport {};\n',
    "new/bootstrap.ts": "export {};\n",
    "new/Button.ts": text("label: string; size: number"),
  });
  const [old, now] = await readSides(join(root, "old"), join(root, "new"));
  if (!old.side || !now.side) throw new Error(JSON.stringify([old.diagnostics, now.diagnostics]));
  const { bump, findings } = compare(old.side, now.side, { profile: "standard" });
  expect(bump).toBe("major");
  expect(findings.map((one) => one.export)).toEqual(["./Button#ButtonProps.size"]);
});

describe("modules of the package itself, and packages that are not there", () => {
  const entries = { ".": { types: "./index.d.ts" }, "./extra": { types: "./extra.d.ts" } };

  test("a module that imports its package by name means its own version", async () => {
    const own = 'import type { Value } from "pkg";\nexport declare function use(value: Value): void;\n';
    const take = "export declare function take(value: Value): void;\n";
    const old = pack({ exports: entries }, { "index.d.ts": `${take}export type Value = string;\n`, "extra.d.ts": own });
    const now = pack(
      { exports: entries },
      { "index.d.ts": `${take}export type Value = string | number;\n`, "extra.d.ts": own },
    );
    const { status, found, diagnostics } = await diff(old, now);
    expect({ status, diagnostics }).toEqual({ status: 0, diagnostics: [] });
    expect(found).toContain("contract/type-widened ./extra#use(value)");
  });

  test("of an entry that is gone, nothing has to be found", async () => {
    const index = { "index.d.ts": "export declare const a: 1;\n" };
    const old = pack({ exports: entries }, { ...index, "extra.d.ts": 'export * from "lost";\n' });
    const now = pack({ exports: { ".": { types: "./index.d.ts" } } }, index);
    const { status, found, diagnostics } = await diff(old, now);
    expect({ status, found, diagnostics }).toEqual({
      status: 1,
      found: ["contract/expose-removed ./extra"],
      diagnostics: [],
    });
  });

  test("what an entry of both versions imports has to be there", async () => {
    const files = { "index.d.ts": "export declare const a: 1;\n", "extra.d.ts": 'export * from "lost";\n' };
    const { status } = await diff(pack({ exports: entries }, files), pack({ exports: entries }, files));
    expect(status).toBe(2);
  });
});
