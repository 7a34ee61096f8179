import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folder } from "../scratch.ts";

const modules = join(import.meta.dirname, "../../node_modules");

/** A project in a new folder outside of this one. `packages` are linked into its node_modules, some under another name. */
export function project(files: Record<string, string>, packages: Record<string, string> = {}): string {
  const root = folder();
  write(root, { "package.json": '{ "name": "shop", "version": "1.0.0" }', ...files });
  for (const [name, from] of Object.entries(packages)) {
    const target = join(modules, from);
    if (!existsSync(target)) throw new Error(`${from} is not installed`);
    const link = join(root, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(target, link, "dir");
  }
  return root;
}

export function write(root: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
