import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { project } from "../contract/projects.ts";
import { fedseal, type Ran } from "./fedseal.ts";

const modules = join(import.meta.dirname, "../../node_modules");

/** A contract as a build of the remote emits it; `stubs` is expose → declarations. */
export function contract(remote: string, version: string, stubs: Record<string, string>, more: object = {}): string {
  const exposes = Object.entries(stubs).map(([name, text]) => [
    `./${name}`,
    {
      source: `src/${name}.ts`,
      stub: `${name}.d.ts`,
      way: "fast",
      surface: "0".repeat(64),
      hasDefault: /export default/.test(text),
    },
  ]);
  const files = Object.entries(stubs).map(([name, text]) => [`${name}.d.ts`, text]);
  return JSON.stringify({
    contractVersion: 1,
    remote,
    version,
    profile: "standard",
    extractor: "fedseal 0.1.0",
    exposes: Object.fromEntries(exposes),
    externals: {},
    files: Object.fromEntries(files),
    ...more,
  });
}

export const SHOP = {
  price:
    "export declare function priceOf(article: string): number;\nexport declare function format(price: number): string;\n",
  old: "export declare const old: string;\n",
};

export const TSCONFIG = JSON.stringify({
  compilerOptions: {
    strict: true,
    target: "es2022",
    // Half of what a compiler reads otherwise declares the browser, which nothing here names.
    lib: ["es2022"],
    module: "esnext",
    moduleResolution: "bundler",
    noEmit: true,
    skipLibCheck: true,
    types: [],
  },
  include: ["src"],
});

/** What a shell of the tests has, unless files are given. */
export const SHELL = {
  "package.json": '{ "name": "shell", "version": "1.0.0" }',
  "tsconfig.json": TSCONFIG,
  "src/remotes.d.ts": '/// <reference types="@platform/mfe-contracts/ambient" />\n',
  "src/page.ts":
    'import { format, priceOf } from "shop/price";\nexport const label: string = format(priceOf("book"));\n',
};

export interface Workspace {
  root: string;
  shell: string;
  /** Runs the command in the shell's folder. */
  run(...args: string[]): Ran;
}

/**
 * An npm workspace as npm lays it out: the contract package is a member, linked once in the `node_modules` at the top.
 */
export function workspace(contracts: Record<string, string>, shell: Record<string, string> = SHELL): Workspace {
  const root = project({
    "package.json": '{ "name": "mono", "private": true, "workspaces": ["apps/*", "packages/*"] }',
    ...prefixed("apps/shell", shell),
  });
  const out = "packages/mfe-contracts";
  cpSync(packageOf(contracts), join(root, out), { recursive: true });
  link(join(root, out), join(root, "node_modules/@platform/mfe-contracts"));
  link(join(modules, "typescript"), join(root, "node_modules/typescript"));
  const folder = join(root, "apps/shell");
  return { root, shell: folder, run: (...args) => fedseal(folder, "contract", ...args) };
}

const packages = new Map<string, string>();

/** A contract package, made once by the command. */
function packageOf(contracts: Record<string, string>): string {
  const key = JSON.stringify(contracts);
  const known = packages.get(key);
  if (known !== undefined) return known;
  const root = project(contracts);
  const made = fedseal(root, "contract", "generate", ...Object.keys(contracts), "--out", "made");
  if (made.status !== 0) throw new Error(made.stdout);
  packages.set(key, join(root, "made"));
  return join(root, "made");
}

export function prefixed(folder: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}

export function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, "dir");
}
