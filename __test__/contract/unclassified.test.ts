import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folder } from "../scratch.ts";
import { project } from "./projects.ts";

/** The nets below the comparison and the extraction: what they do when the part above them is taken out. */

const root = join(import.meta.dirname, "../..");

/** fedseal with one place changed. */
function mutant(file: string, from: string, to: string): string {
  const copy = folder();
  cpSync(join(root, "npm/fedseal"), join(copy, "fedseal"), {
    recursive: true,
    filter: (path) => !/node_modules|\/src/.test(path.slice(root.length)),
  });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "dir");
  // Packages of which the workspace has another version at its top.
  const own = join(root, "npm/fedseal/node_modules");
  if (existsSync(own)) symlinkSync(own, join(copy, "fedseal/node_modules"), "dir");
  const path = join(copy, "fedseal/dist", file);
  const text = readFileSync(path, "utf8");
  expect(text.split(from).length, `${from} in ${file}`).toBe(2);
  writeFileSync(path, text.replace(from, to));
  return join(copy, "fedseal/bin/fedseal.js");
}

function run(bin: string, cwd: string, ...args: string[]) {
  const { stdout, status } = spawnSync(process.execPath, [bin, "contract", ...args], { cwd, encoding: "utf8" });
  return { stdout, status };
}

test("a difference that no rule explains is contract/unclassified, and breaking", () => {
  const bin = mutant(
    "contract/compare/walk.js",
    "compareTypes(context, before, present, at) {",
    "compareTypes(context, before, present, at) { return false;",
  );
  const here = project({
    "old.d.ts": "export declare const a: string;\n",
    "new.d.ts": "export declare const a: number;\n",
  });
  const { stdout, status } = run(bin, here, "diff", "old.d.ts", "new.d.ts");
  expect(stdout).toContain("major[contract/unclassified] a");
  expect(status).toBe(1);
});

test("a fast way that differs from TypeScript is contract/ways-differ", () => {
  // Stands for a mistake of the fast way: what it says is changed behind its back.
  const bin = mutant(
    "cli/contract/verify.js",
    "const fast = await extracted({ ...options, profile });",
    'const fast = await extracted({ ...options, profile }); fast.value.exposes["./a"].surface = "0";',
  );
  const here = project({ "a.ts": "export const a: string = '';\n" }, { typescript: "typescript" });
  const { stdout, status } = run(bin, here, "verify", "--remote", "shop", "--expose", "./a=a.ts");
  expect(stdout).toContain("error[contract/ways-differ]");
  expect(status).toBe(1);
});
