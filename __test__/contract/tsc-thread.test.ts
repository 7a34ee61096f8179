import { spawnSync } from "node:child_process";
import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Cancelled } from "../../npm/fedseal/dist/contract/extract/cancelled.js";
import { runTsc } from "../../npm/fedseal/dist/contract/extract/run-tsc.js";
import { libraryOf } from "../../npm/fedseal/dist/contract/extract/tsc-thread.js";
import { project, write } from "./projects.ts";

/** A thread that keeps TypeScript says and writes what a process of `tsc` does. */

const FILES = {
  "tsconfig.json": '{ "compilerOptions": { "strict": true, "lib": ["es2022"], "outDir": "out", "declaration": true } }',
  "a.ts": 'import { b } from "./b";\nexport const a: string = b;\n',
  "b.ts": "export const b = 1;\n",
};

const typescriptOf = (root: string, version = "") => ({ bin: join(root, "node_modules/typescript/bin/tsc"), version });

describe.each(["typescript", "typescript-5.6"])("%s", (typescript) => {
  test.each([
    ["errors", {}, "tsconfig.json"],
    ["none", { "b.ts": 'export const b = "";\n' }, "tsconfig.json"],
    [
      "settings that are refused",
      { "tsconfig.json": '{ "compilerOptions": { "lib": ["nowhere"] } }' },
      "tsconfig.json",
    ],
    ["no settings", {}, "nowhere.json"],
  ])("%s", async (_, files, config) => {
    const root = realpathSync(project({ ...FILES, ...files }, { typescript }));
    const compiler = typescriptOf(root, typescript);
    expect(libraryOf(compiler.bin)).toBeDefined();
    const args = ["--project", join(root, config), "--pretty", "false", "--listFiles"];
    const { stdout, status } = spawnSync(process.execPath, [compiler.bin, ...args], { cwd: root, encoding: "utf8" });
    const ran = await runTsc(compiler, args, root, undefined);
    expect(ran).toEqual({ output: stdout, code: status });
  });
});

test("sees what has changed since the last run", async () => {
  const root = project(FILES, { typescript: "typescript" });
  const run = () => runTsc(typescriptOf(root), ["--project", root, "--pretty", "false"], root, undefined);
  expect((await run()).output).toContain("a.ts(2,14): error TS2322");
  write(root, { "b.ts": 'export const b = "";\n' });
  expect(await run()).toEqual({ output: "", code: 0 });
  write(root, { "b.ts": "export const c = 1;\n" });
  expect((await run()).output).toContain("TS2305");
});

test("several at once", async () => {
  const roots = [1, 2, 3].map(() => project(FILES, { typescript: "typescript" }));
  const runs = roots.map((root) => runTsc(typescriptOf(root), ["--project", root], root, undefined));
  for (const { code } of await Promise.all(runs)) expect(code).toBe(2);
});

test("a run that is ended is none, and the next one is whole", async () => {
  const root = project(FILES, { typescript: "typescript" });
  const stop = new AbortController();
  const run = (signal?: AbortSignal) => runTsc(typescriptOf(root), ["--project", root], root, signal);
  const first = run(stop.signal);
  stop.abort();
  await expect(first).rejects.toThrow(Cancelled);
  await expect(run(stop.signal)).rejects.toThrow(Cancelled);
  expect((await run()).code).toBe(2);
});

describe("a TypeScript", () => {
  const own = (tsc: string, library: string) => {
    const root = project(FILES);
    const folder = join(root, "node_modules/typescript");
    for (const name of ["bin", "lib"]) mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, "bin/tsc"), tsc);
    writeFileSync(join(folder, "lib/typescript.js"), library);
    writeFileSync(join(folder, "lib/tsc.js"), 'console.log("a process");');
    return { root, compiler: typescriptOf(root) };
  };
  const SHIM = "#!/usr/bin/env node\nrequire('../lib/tsc.js')\n";

  test("whose tsc does more is run as it is", async () => {
    const { root, compiler } = own(`${SHIM}console.log("and more");\n`, "");
    expect(libraryOf(compiler.bin)).toBeUndefined();
    expect(await runTsc(compiler, [], root, undefined)).toEqual({ output: "a process\nand more\n", code: 0 });
  });

  test("whose library has no command line is run as it is", async () => {
    const { root, compiler } = own(SHIM, "exports.version = '1';");
    expect(await runTsc(compiler, [], root, undefined)).toEqual({ output: "a process\n", code: 0 });
  });

  test("that crashes has failed, with its words, and only this once", async () => {
    const { root, compiler } = own(
      SHIM,
      `let times = 0;
      exports.executeCommandLine = (system, _, [word]) => {
        if (word === "crash") throw new Error("Debug Failure");
        system.write(String(++times));
        system.exit(0);
      };`,
    );
    expect(await runTsc(compiler, [], root, undefined)).toEqual({ output: "1", code: 0 });
    expect(await runTsc(compiler, [], root, undefined)).toEqual({ output: "2", code: 0 });
    const { output, code } = await runTsc(compiler, ["crash"], root, undefined);
    expect(output).toContain("Debug Failure");
    expect(code).toBe(1);
    expect(await runTsc(compiler, [], root, undefined)).toEqual({ output: "1", code: 0 });
    // Another version in the same place is another TypeScript.
    expect(await runTsc({ ...compiler, version: "2" }, [], root, undefined)).toEqual({ output: "1", code: 0 });
  });
});
