import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { folder } from "../scratch.ts";
import { project, write } from "./projects.ts";

/** Names that only the project's ambient files declare: a shell has none of these files. */

const compiler = join(import.meta.dirname, "../../node_modules/typescript/bin/tsc");
const options = {
  strict: true,
  target: "es2022",
  module: "esnext",
  moduleResolution: "bundler",
  lib: ["es2022", "dom"],
};

const FILES: Record<string, string> = {
  // As Vite's templates have it: the tsconfig itself has no files.
  "tsconfig.json": JSON.stringify({ files: [], references: [{ path: "./tsconfig.app.json" }] }),
  "tsconfig.app.json": JSON.stringify({ compilerOptions: options, include: ["src", "types/*.d.ts"] }),
  "dist/global.d.ts": "interface Money { stale: true }",
  "types/global.d.ts": `
    interface Window { __APP__: string }
    interface Money { amount: number; currency: Currency }
    type Currency = import("../src/currency").Currency;
    declare namespace App { interface Theme { color: "red" | "blue" } }`,
  "src/currency.ts": 'export type Currency = "EUR" | "USD";',
  "src/price.ts": `
    export interface Price { money: Money; theme?: App.Theme }
    export function open(target: Window): void {}
    export const total = (prices: Price[]) => prices[0]?.money as Money;`,
};

const extract = (root: string, ...more: string[]) =>
  fedseal(root, "contract", "extract", "--remote", "shop", "--expose", "./price=src/price.ts", ...more);

function filesOf(root: string): Record<string, string> {
  return JSON.parse(readFileSync(join(root, "mf-contract.json"), "utf8")).files;
}

describe.each([
  ["the named tsconfig", ["--tsconfig", "tsconfig.app.json"]],
  ["its references", []],
])("a project, by %s", (_, more) => {
  let root: string;
  let files: Record<string, string>;

  beforeAll(() => {
    root = project(FILES, { typescript: "typescript" });
    const { status, stdout } = extract(root, ...more);
    expect(status, stdout).toBe(0);
    files = filesOf(root);
  });

  test("takes them along", () => {
    expect(Object.keys(files)).toEqual(["_internal/__/globals.d.ts", "_internal/src/currency.d.ts", "price.d.ts"]);
    expect(files["price.d.ts"]).toMatch(/import \{ App, Money \} from "\.\/_internal\/__\/globals\.js";\n$/);
    expect(files["_internal/__/globals.d.ts"]).not.toMatch(/Window|stale/);
  });

  test("gives shells exactly these types", () => {
    const shell = folder();
    write(shell, files);
    write(shell, {
      "use.ts": `
        import { open, type Price, total } from "./price.js";
        const price: Price = { money: { amount: 1, currency: "EUR" }, theme: { color: "red" } };
        export const amount: number = total([price]).amount;
        open(window);
        // @ts-expect-error of two
        price.money.currency = "GBP";
        // @ts-expect-error it is no name of the shell
        export type Mine = Money;`,
    });
    const args = [compiler, "--noEmit", "--strict", "--skipLibCheck", "false", "--module", "nodenext", "use.ts"];
    expect(spawnSync(process.execPath, args, { cwd: shell, encoding: "utf8" }).stdout).toBe("");
  });
});

test.each([
  ["currency: Currency", "currency: string", 1],
  ['"red" | "blue"', '"red"', 1],
  ["__APP__: string", "__APP__: number", 0],
])("diff sees %s → %s as %i", (before, after, expected) => {
  const old = project(FILES, { typescript: "typescript" });
  const now = folder();
  cpSync(old, now, { recursive: true, verbatimSymlinks: true });
  const path = join(now, "types/global.d.ts");
  const text = readFileSync(path, "utf8");
  expect(text).toContain(before);
  writeFileSync(path, text.replace(before, after));
  const { status, stdout } = fedseal(old, "contract", "diff", "src", join(now, "src"));
  expect(status, stdout).toBe(expected);
});

test.each([
  ["the language", "interface Date { ours: 1 }", "Date", {}],
  ["a package that an ambient file names", '/// <reference types="env/client" />\ninterface Env { X: 1 }', "Env", {}],
  ["a package that the tsconfig names", "interface Env { X: 1 }", "Env", { types: ["env/client"] }],
])("what is added to a name of %s stays behind", (_, ambient, name, types) => {
  const root = project({
    "tsconfig.json": JSON.stringify({ compilerOptions: { ...options, ...types }, include: ["src"] }),
    "src/global.d.ts": ambient,
    "src/price.ts": `export interface Price { of: ${name} }`,
    "node_modules/env/client.d.ts": "interface Env { MODE: string }",
  });
  const { status, stdout } = extract(root);
  expect(status, stdout).toBe(0);
  expect(Object.keys(filesOf(root))).toEqual(["price.d.ts"]);
});
