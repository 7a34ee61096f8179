import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { readSide } from "../../npm/fedseal/dist/contract/sides.js";
import { diff } from "./comparing.ts";

/** Real packages, two versions each: a dialog, a table, a router, a query and a form library. */

const modules = join(import.meta.dirname, "../../node_modules");

describe.each(["dialog", "table", "router", "query", "form"])("%s", (name) => {
  test("nothing that was removed goes unreported, and causes are told once", async () => {
    const old = join(modules, `${name}-old`);
    const now = join(modules, `${name}-new`);
    const { bump, findings, undecided } = await diff(old, now);
    expect(bump).toBe("major");
    // What an author of these types knows and this machine does not: React 18's global JSX.
    for (const one of undecided) expect(one.rule).not.toBe("contract/unresolved-import");
    expect(undecided.filter((one) => one.message.includes("longer than"))).toEqual([]);

    const before = await namesOf(old, "old");
    const after = await namesOf(now, "new");
    const told = new Set(findings.map((one) => one.export));
    for (const one of before) if (!after.has(one)) expect(told, `${one} was removed`).toContain(one);
    for (const one of after) if (!before.has(one)) expect(told, `${one} was added`).toContain(one);

    // The same cause twice would be a cascade.
    const causes = findings.map((one) => `${one.rule} ${one.export} ${one.message}`);
    expect(causes.length).toBe(new Set(causes).size);
    const of = (level: string) => findings.filter((one) => one.level === level).length;
    const count = { major: of("major"), minor: of("minor"), patch: of("patch") };
    const version = (path: string) => JSON.parse(readFileSync(join(path, "package.json"), "utf8")).version;
    expect({ from: version(old), to: version(now), count, undecided: undecided.length }).toMatchSnapshot();
  });

  test("a version does not differ from itself", async () => {
    const path = join(modules, `${name}-new`);
    expect((await diff(path, path)).findings).toEqual([]);
  });
});

/** The names that the compiler itself sees, without anything of the comparison. */
async function namesOf(path: string, age: "old" | "new"): Promise<Set<string>> {
  const { side } = await readSide(path, age);
  const entry = side?.exposes.get(".");
  if (entry === undefined) throw new Error(`${path} has no entry with types`);
  const program = ts.createProgram([entry], {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(entry);
  const module = file && checker.getSymbolAtLocation(file);
  if (!module) throw new Error(`${entry} is no module`);
  return new Set(checker.getExportsOfModule(module).map((one) => one.name));
}
