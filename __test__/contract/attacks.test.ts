import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { folder, SCRATCH } from "../scratch.ts";
import { diff } from "./comparing.ts";

/**
 * Attempts to get a breaking change past the comparison: an old and a new surface and a consumer. Where the consumer
 * compiles before and not after, the change is breaking, and has to be called so.
 */

const here = join(import.meta.dirname, "attacks");

/** What goes past it, and why it is left: docs/guide/breaking.md. */
const KNOWN: Record<string, string> = {
  "alias-writable": "what is written into an object that the remote gave is not followed into named types",
  "array-push": "arrays are as lenient here as they are in TypeScript",
  "array-push-item": "as above",
  "callback-union-context": "the parameter of an arrow function loses its inferred type",
  "constraint-infer": "the parameter of an arrow function loses its inferred type",
  "made-generic": "a variable loses its inferred type",
  "property-write-object": "what is written into an object that the remote gave is not followed into named types",
  "react-reducer.x": "an exported type that only the remote takes is the consumer's to make",
  "void-effect.x": "a function that returns something is assignable to one that returns nothing",
};

interface Attack {
  name: string;
  old: string;
  now: string;
  consumer: string;
}

const attacks = readdirSync(here).flatMap((file): Attack[] => {
  const blocks = readFileSync(join(here, file), "utf8").split(/^=== /m).slice(1);
  return blocks.map((block) => {
    const end = block.indexOf("\n");
    const [old = "", now = "", consumer = ""] = block.slice(end + 1).split(/^---\n/m);
    return { name: block.slice(0, end).trim(), old, now, consumer };
  });
});

const options: ts.CompilerOptions = {
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  jsx: ts.JsxEmit.ReactJSX,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  esModuleInterop: true,
  types: [],
};
const base = ts.createCompilerHost(options);
const parsed = new Map<string, ts.SourceFile | undefined>();
const host: ts.CompilerHost = {
  ...base,
  getSourceFile(path, version) {
    if (!path.includes("node_modules")) return base.getSourceFile(path, version);
    if (!parsed.has(path)) parsed.set(path, base.getSourceFile(path, version));
    return parsed.get(path);
  },
};

function compiles(file: string): boolean {
  const program = ts.createProgram([file], options, host);
  return [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()].length === 0;
}

const root = folder(SCRATCH);
let breaking = 0;

// Those that import packages of their own need them installed.
describe.each(attacks.filter((one) => !/"(pkg|cac|\.\/api)/.test(one.old + one.now)))(
  "$name",
  ({ name, old, now, consumer }) => {
    test("is breaking where it breaks a consumer", async () => {
      const dir = join(root, name);
      const ending = name.includes(".d") ? "d.ts" : name.includes(".x") ? "tsx" : "ts";
      for (const [age, text] of [
        ["old", old],
        ["new", now],
      ] as const) {
        mkdirSync(join(dir, age), { recursive: true });
        writeFileSync(join(dir, age, `index.${ending}`), text);
        writeFileSync(join(dir, `${age}.tsx`), consumer.replaceAll("./surface", `./${age}/index`));
      }
      const breaks = compiles(join(dir, "old.tsx")) && !compiles(join(dir, "new.tsx"));
      const { bump, findings, undecided } = await diff(join(dir, "old"), join(dir, "new"));
      if (!breaks || undecided.length > 0) return;
      breaking += 1;
      if (Object.hasOwn(KNOWN, name)) expect(bump, `${name} is found now: take it off the list`).not.toBe("major");
      else expect({ bump, findings }).toMatchObject({ bump: "major" });
    });
  },
);

test("most of them are breaking", () => {
  expect(breaking).toBeGreaterThan(50);
});
