import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Contract } from "../../npm/fedseal/dist/contract/contract.js";
import { type Extraction, extract } from "../../npm/fedseal/dist/contract/extract/extract.js";
import { statsAt } from "../../npm/fedseal/dist/stats.js";
import { project, write } from "./projects.ts";

/** What TypeScript inferred in an earlier build: taken if it would infer the same again, and never otherwise. */

const TYPESCRIPTS = ["typescript", "typescript-7", "typescript-5.6"];
/** The oldest one says what it reads in the same words as 5.9. */
const NEWER = ["typescript", "typescript-7"];

const FILES = {
  "tsconfig.json": JSON.stringify({ extends: "./base.json", compilerOptions: { types: ["kit/client"] } }),
  "base.json": JSON.stringify({
    compilerOptions: {
      strict: true,
      module: "esnext",
      moduleResolution: "bundler",
      target: "es2022",
      // Without the browser's declarations, TypeScript takes half as long.
      lib: ["es2022"],
      skipLibCheck: true,
    },
  }),
  "src/price.ts":
    'import { rate } from "./rate";\nimport { unit } from "kit";\nexport const price = () => ({ rate: rate(), unit, site, kind });\n',
  "src/rate/index.ts": "export const rate = () => 1 as number | undefined;\n",
  "src/site.d.ts": "declare const site: string;\n",
  "kit-a/package.json": '{ "name": "kit", "version": "1.0.0", "types": "index.d.ts" }',
  "kit-a/index.d.ts": 'export { unit } from "./unit.js";\n',
  "kit-a/unit.d.ts": 'export declare const unit: "EUR";\n',
  "kit-a/client.d.ts": "declare const kind: boolean;\n",
};

function shop(files: Record<string, string> = {}, typescript = "typescript"): string {
  const root = project({ ...FILES, ...files }, { typescript });
  cpSync(join(root, "kit-a"), join(root, "kit-b"), { recursive: true });
  write(root, { "kit-b/unit.d.ts": 'export declare const unit: "USD";\n' });
  symlinkSync("../kit-a", join(root, "node_modules/kit"), "dir");
  return root;
}

const RAN = /TypeScript runs|no entry yet|is ignored/;
const DID_NOT = /it does not run/;

async function run(root: string, cached = true): Promise<Extraction & { said: string; stub: string }> {
  const said: string[] = [];
  const extraction = await extract({
    root,
    remote: "shop",
    profile: "standard",
    exposes: [{ key: "./price", source: "./src/price.ts" }],
    cache: cached ? { log: (message: string) => said.push(message) } : undefined,
  });
  expect(extraction.diagnostics.filter((one) => one.severity === "error")).toEqual([]);
  return { ...extraction, said: said.join("\n"), stub: extraction.contract?.files["price.d.ts"] ?? "" };
}

/** In a process of its own, as another build. */
function alone(root: string): Promise<{ contract: Contract; said: string }> {
  const module = new URL("../../npm/fedseal/dist/contract/extract/extract.js", import.meta.url);
  const script = `
    const { extract } = await import(${JSON.stringify(module.href)});
    const said = [];
    const { contract } = await extract({
      root: ${JSON.stringify(root)}, remote: "shop", profile: "standard",
      exposes: [{ key: "./price", source: "./src/price.ts" }], cache: { log: (message) => said.push(message) },
    });
    process.stdout.write(JSON.stringify({ contract, said: said.join() }));
  `;
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (data: string) => {
      output += data;
    });
    child.on("error", fail).on("close", (code) => (code === 0 ? done(JSON.parse(output)) : fail(new Error(`${code}`))));
  });
}

const folderOf = (root: string) => join(root, "node_modules/.cache/fedseal");
const entriesIn = (root: string) => readdirSync(folderOf(root));

describe.each(TYPESCRIPTS)("%s", (typescript) => {
  test("nothing changed: it does not run, and the contract is the same", async () => {
    const root = shop({}, typescript);
    const first = await run(root);
    expect(first.said).toMatch(RAN);
    expect(first.stub).toContain("rate: number | undefined");
    const second = await run(root);
    expect(second.said).toMatch(DID_NOT);
    expect(second.contract).toEqual(first.contract);
    expect(second.sources).toEqual(first.sources);
    expect(second.sources).toContain(join(root, "src/rate/index.ts"));
    expect((await run(root, false)).contract).toEqual(first.contract);
    // A copy keeps the texts and nothing else.
    cpSync(join(root, "src"), join(root, "copy"), { recursive: true });
    rmSync(join(root, "src"), { recursive: true });
    renameSync(join(root, "copy"), join(root, "src"));
    expect((await run(root)).said).toMatch(DID_NOT);
    expect(entriesIn(root)).toHaveLength(1);
  });
});

describe.each(NEWER)("%s", (typescript) => {
  /** What can change an inferred type: a change, and a part of the stub after it. */
  const CHANGES: Record<string, [(root: string) => void, string]> = {
    "a module that no declaration mentions": [
      (root) => write(root, { "src/rate/index.ts": "export const rate = () => 1n;\n" }),
      "rate: bigint",
    ],
    "a new module in the place of another one": [
      (root) => write(root, { "src/rate.ts": "export const rate = () => true;\n" }),
      "rate: boolean",
    ],
    "a declaration of the project": [
      (root) => write(root, { "src/site.d.ts": "declare const site: Date;\n" }),
      "site: Date",
    ],
    "a declaration in a package": [
      (root) => write(root, { "kit-a/unit.d.ts": "export declare const unit: symbol;\n" }),
      "unit: symbol",
    ],
    "where a package's types are": [
      (root) =>
        write(root, {
          "kit-a/package.json": '{ "name": "kit", "version": "1.0.1", "types": "other.d.ts" }',
          "kit-a/other.d.ts": "export declare const unit: null;\n",
        }),
      "unit: null",
    ],
    "a link to a package, which now leads to another copy of it": [
      (root) => {
        rmSync(join(root, "node_modules/kit"));
        symlinkSync("../kit-b", join(root, "node_modules/kit"), "dir");
      },
      'unit: "USD"',
    ],
    "a package that the tsconfig names": [
      (root) => write(root, { "kit-a/client.d.ts": "declare const kind: RegExp;\n" }),
      "kind: RegExp",
    ],
    "a tsconfig that another one extends": [
      (root) => write(root, { "base.json": FILES["base.json"].replace('"strict":true', '"strict":false') }),
      "rate: number;",
    ],
    "a nearer package of the same name": [
      (root) => {
        mkdirSync(join(root, "src/node_modules"));
        symlinkSync("../../kit-b", join(root, "src/node_modules/kit"), "dir");
      },
      'unit: "USD"',
    ],
  };

  test.each(Object.keys(CHANGES))("runs after a change: %s", async (name) => {
    const [change, part] = CHANGES[name] ?? [];
    const root = shop({}, typescript);
    const before = await run(root);
    expect(before.stub).not.toContain(part);
    change?.(root);
    const after = await run(root);
    expect(after.said).toMatch(RAN);
    expect(after.stub).toContain(part);
    expect(after.contract).toEqual((await run(root, false)).contract);
    expect((await run(root)).said).toMatch(DID_NOT);
  });

  test("runs when something appears that was not there: a package of a package, a global name", async () => {
    const root = shop(
      {
        "src/price.ts": 'import { unit } from "dep";\nexport const price = () => ({ unit, extra });\n',
        "node_modules/dep/package.json": '{ "name": "dep", "version": "1.0.0" }',
        "node_modules/dep/index.d.ts": 'import { later } from "later";\nexport declare const unit: typeof later;\n',
      },
      typescript,
    );
    expect((await run(root)).stub).toMatch(/unit: any;\s+extra: any/);
    write(root, { "node_modules/later/index.d.ts": "export declare const later: 5;\n" });
    expect((await run(root)).stub).toMatch(/unit: 5;\s+extra: any/);
    write(root, { "types/deep/extra.d.ts": "declare const extra: Map<string, number>;\n" });
    expect((await run(root)).stub).toContain("extra: Map<string, number>");
    rmSync(join(root, "types"), { recursive: true });
    expect((await run(root)).stub).toContain("extra: any");
  });
});

test("another TypeScript has its own entry", async () => {
  const root = shop();
  const { contract } = await alone(root);
  rmSync(join(root, "node_modules/typescript"));
  const other = fileURLToPath(new URL("../../node_modules/typescript-7", import.meta.url));
  symlinkSync(other, join(root, "node_modules/typescript"), "dir");
  const after = await alone(root);
  expect(after.said).toMatch(RAN);
  expect(after.contract.typescript).not.toBe(contract.typescript);
  expect((await alone(root)).said).toMatch(DID_NOT);
  expect(entriesIn(root)).toHaveLength(2);
});

describe("an entry that is not one", () => {
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");
  const sealed = (body: string) => `${hash(body)}\n${body}`;
  const ENTRIES: Record<string, (text: string) => string | Buffer> = {
    empty: () => "",
    "cut short": (text) => text.slice(0, text.length / 2),
    "changed in one place": (text) => text.replace("number", "string"),
    "without its first line": (text) => text.slice(text.indexOf("\n") + 1),
    "not text": () => Buffer.from([0, 255, 254, 10, 13, 0]),
    "JSON of something else": () => sealed("[]"),
    null: () => sealed("null"),
    "of another layout": (text) => sealed(text.slice(text.indexOf("\n") + 1).replace('"format":1', '"format":0')),
    "without what was written": (text) => {
      const { written: _, ...entry } = JSON.parse(text.slice(text.indexOf("\n") + 1));
      return sealed(JSON.stringify(entry));
    },
    "that would write elsewhere": (text) => {
      const entry = JSON.parse(text.slice(text.indexOf("\n") + 1));
      return sealed(JSON.stringify({ ...entry, written: { ...entry.written, "../../../../stray.d.ts": "" } }));
    },
  };

  test.each(Object.keys(ENTRIES))("%s: is ignored, which is said, and replaced", async (name) => {
    const root = shop();
    const { contract } = await run(root);
    const path = join(folderOf(root), entriesIn(root)[0] ?? "");
    writeFileSync(path, ENTRIES[name]?.(readFileSync(path, "utf8")) ?? "");
    const again = await run(root);
    expect(again.said).toContain("damaged, or not an entry of fedseal");
    expect(again.contract).toEqual(contract);
    expect((await run(root)).said).toMatch(DID_NOT);
    expect(readdirSync(dirname(root))).not.toContain("stray.d.ts");
    expect(readdirSync(root)).not.toContain("stray.d.ts");
  });
});

test("what changes while TypeScript reads it is not kept", async () => {
  const root = shop();
  const soon = new Date(Date.now() + 60_000);
  utimesSync(join(root, "src/rate/index.ts"), soon, soon);
  expect((await run(root)).said).toContain("not kept");
  expect(entriesIn(root)).toEqual([]);
});

test("a path that cannot be read from TypeScript's output is not kept", async () => {
  const root = shop({
    "src/price.ts": `export { rate as price } from "./it's";\nimport { rate } from './rate';\nexport const one = () => rate();\n`,
    "src/it's.ts": "export const rate = () => ({ a: 1 });\n",
  });
  expect((await run(root)).said).toContain("not kept");
  expect(entriesIn(root)).toEqual([]);
});

test("no place for it: the contract is extracted all the same, and nothing is left", async () => {
  const root = shop({
    "tsconfig.json": FILES["base.json"],
    "src/price.ts": "export const price = () => [1].map(String);\n",
  });
  const { contract } = await run(root);
  rmSync(join(root, "node_modules/.cache"), { recursive: true });
  writeFileSync(join(root, "node_modules/.cache"), "");
  expect((await run(root)).contract).toEqual(contract);
  const bare = project({ "src/price.ts": "export const price: number = 1;\n" });
  expect((await run(bare)).stub).toContain("price: number");
  expect(readdirSync(bare)).toEqual(["package.json", "src"]);
});

test("without a cache there is none", async () => {
  const root = shop();
  await run(root, false);
  expect(entriesIn(root)).toEqual([]);
});

test("old entries make room for new ones", async () => {
  const root = shop();
  await run(root);
  const [name = ""] = entriesIn(root);
  for (let index = 0; index < 40; index++) {
    const path = join(folderOf(root), `contract-${String(index).padStart(64, "0")}.json`);
    writeFileSync(path, "");
    utimesSync(path, index, index);
  }
  const dead = join(folderOf(root), "run-dead");
  mkdirSync(dead);
  utimesSync(dead, 1, 1);
  write(root, { "src/rate/index.ts": "export const rate = () => 1n;\n" });
  await run(root);
  expect(entriesIn(root)).toHaveLength(16);
  expect(entriesIn(root)).toContain(name);
});

test("several builds at once", async () => {
  const root = shop();
  const builds = await Promise.all([0, 1, 2].map(() => alone(root)));
  const { contract, said } = await run(root);
  for (const one of builds) expect(one.contract).toEqual(contract);
  expect(said).toMatch(DID_NOT);
  expect(entriesIn(root)).toHaveLength(1);
});

// TypeScript looks for `index.js/index.ts` where a package's main file is `index.js`.
test("a path below a file is nothing, and no fault", () => {
  const root = project({ "index.js": "" });
  expect(statsAt(join(root, "index.js"))?.isFile()).toBe(true);
  expect(statsAt(join(root, "index.js/index.ts"))).toBeUndefined();
  expect(statsAt(join(root, "nothing"))).toBeUndefined();
});
