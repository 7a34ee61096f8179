import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { folder } from "../scratch.ts";
import { write } from "./projects.ts";

/** A package of the workspace is not published under a version, so its types are those of the remote. */

const modules = join(import.meta.dirname, "../../node_modules");

const FILES: Record<string, string> = {
  "package.json": '{ "name": "monorepo", "private": true, "workspaces": ["apps/*", "packages/*"] }',
  "apps/shop/package.json": '{ "name": "shop", "version": "1.0.0", "dependencies": { "@mono/ui": "*" } }',
  "apps/shop/tsconfig.json": JSON.stringify({
    compilerOptions: { strict: true, target: "es2022", module: "esnext", moduleResolution: "bundler" },
    include: ["src"],
  }),
  "apps/shop/src/Button.ts": `
    import { type ButtonProps, render } from "@mono/ui";
    export const Button = (props: ButtonProps) => render(props);
    export type { Size } from "@mono/ui/sizes";`,
  "packages/ui/package.json": JSON.stringify({
    name: "@mono/ui",
    version: "0.0.0",
    private: true,
    exports: { ".": "./src/index.ts", "./*": { types: "./src/*.ts", default: "./dist/*.js" } },
    dependencies: { "@mono/tokens": "*" },
  }),
  "packages/ui/src/index.ts": `
    import type { Color } from "@mono/tokens";
    export interface ButtonProps { label: string; color?: Color }
    export const render = (props: ButtonProps) => ({ html: props.label, color: props.color });`,
  "packages/ui/src/sizes.ts": 'export type Size = "s" | "m";',
  // It ships what was built, and no sources.
  "packages/tokens/package.json": JSON.stringify({
    name: "@mono/tokens",
    version: "1.2.3",
    exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
  }),
  "packages/tokens/dist/index.d.ts": 'export type Color = "red" | "blue";',
};

/** A monorepo that npm installed: its packages are linked. */
function monorepo(...path: string[]): string {
  const root = join(folder(), ...path);
  write(root, FILES);
  const npm = spawnSync("npm", ["install", "--offline", "--no-audit", "--no-fund"], { cwd: root, encoding: "utf8" });
  if (npm.status !== 0) throw new Error(npm.stderr);
  symlinkSync(join(modules, "typescript"), join(root, "node_modules/typescript"), "dir");
  return root;
}

function contractOf(root: string): string {
  const app = join(root, "apps/shop");
  const args = ["extract", "--remote", "shop", "--expose", "./Button=src/Button.ts", "--format", "json"];
  const { status, stdout, stderr } = fedseal(app, "contract", ...args);
  expect(status, stdout + stderr).toBe(0);
  expect(stdout).not.toContain(root);
  return readFileSync(join(app, "mf-contract.json"), "utf8");
}

describe("an npm workspace", () => {
  let root: string;
  let text: string;

  beforeAll(() => {
    root = monorepo();
    text = contractOf(root);
  });

  test("its packages are in the contract as text, and nothing says where they lie", () => {
    const { files, externals, exposes } = JSON.parse(text);
    expect(Object.keys(files)).toEqual([
      "Button.d.ts",
      "_internal/__/@mono/tokens/dist/index.d.ts",
      "_internal/__/@mono/ui/src/index.d.ts",
      "_internal/__/@mono/ui/src/sizes.d.ts",
    ]);
    expect(externals).toEqual({});
    expect(exposes["./Button"].source).toBe("src/Button.ts");
    expect(text).not.toContain(root);
    expect(text).not.toContain("../../../");
    expect(contractOf(monorepo("another", "much", "deeper"))).toBe(text);
  });

  test("the stubs compile where nothing of the workspace is", () => {
    const shell = folder();
    const { files } = JSON.parse(text) as { files: Record<string, string> };
    write(shell, files);
    write(shell, {
      "use.ts": `
        import { Button, type Size } from "./Button.js";
        export const html: string = Button({ label: "a", color: "red" }).html;
        export const size: Size = "s";
        // @ts-expect-error only two colors
        Button({ label: "a", color: "green" });`,
    });
    const tsc = [join(modules, "typescript/bin/tsc"), "--noEmit", "--strict", "--module", "nodenext", "use.ts"];
    expect(spawnSync(process.execPath, tsc, { cwd: shell, encoding: "utf8" }).stdout).toBe("");
  });

  test.each([
    ["packages/ui/src/index.ts", "color?: Color", "color: Color", "contract/property-became-required"],
    ["packages/ui/src/index.ts", "html: props.label, ", "", "contract/property-removed"],
    ["packages/ui/src/sizes.ts", ' | "m"', "", "contract/"],
    ["packages/tokens/dist/index.d.ts", ' | "blue"', "", "contract/union-member-removed"],
  ])("a change in %s: %s → %s", (file, before, after, rule) => {
    const changed = folder();
    cpSync(root, changed, { recursive: true, verbatimSymlinks: true });
    const path = join(changed, file);
    const source = readFileSync(path, "utf8");
    expect(source).toContain(before);
    writeFileSync(path, source.replace(before, after));

    const pack = join(root, "contracts");
    write(root, { "old/mf-contract.json": text });
    const generated = fedseal(root, "contract", "generate", "--out", pack, "--name", "@mono/contracts", "old");
    expect(generated).toMatchObject({ status: 0 });
    contractOf(changed);
    const app = join(changed, "apps/shop");
    const check = fedseal(app, "contract", "check", "mf-contract.json", "--package", pack, "--format", "json");
    expect(check).toMatchObject({ status: 1 });
    const rules = (JSON.parse(check.stdout).findings as { rule: string }[]).map((one) => one.rule);
    expect(rules.some((one) => one.startsWith(rule))).toBe(true);

    const diff = fedseal(root, "contract", "diff", "apps/shop/src", join(app, "src"), "--format", "json");
    expect(diff).toMatchObject({ status: 1 });
    expect(JSON.parse(diff.stdout).findings.map((one: { rule: string }) => one.rule)).toEqual(rules);
    expect(`${check.stdout}${diff.stdout}`).not.toContain(root);
    // Places are in the sources of the workspace, wherever the packages are linked.
    for (const [from, { stdout }] of [[app, check] as const, [root, diff] as const]) {
      for (const { at } of JSON.parse(stdout).findings as { at: { file: string } }[]) {
        expect(relative(changed, resolve(from, at.file))).toMatch(/^(apps|packages)\/\w+\/(src|dist)\//);
      }
    }
  });

  test("what TypeScript cannot declare in a package of the workspace is at its place there", () => {
    const broken = folder();
    cpSync(root, broken, { recursive: true, verbatimSymlinks: true });
    write(broken, {
      "packages/ui/src/index.ts": `
        class Hidden { private a = 1 }
        export interface ButtonProps { label: string }
        export const render = (props: ButtonProps) => class extends Hidden { label = props.label; protected b = 1 };`,
    });
    const args = ["--remote", "shop", "--expose", "./Button=src/Button.ts", "--format", "json"];
    const { status, stdout } = fedseal(join(broken, "apps/shop"), "contract", "extract", ...args);
    expect(status).not.toBe(0);
    const [found] = JSON.parse(stdout).findings as { location: { file: string }; message: string }[];
    expect(found?.location.file).toMatch(/^(\.\.\/\.\.\/packages\/ui\/src\/index\.ts|src\/Button\.ts)$/);
    expect(found?.message).not.toContain("../");
    expect(stdout).not.toContain(broken);
  });
});
