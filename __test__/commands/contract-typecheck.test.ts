// biome-ignore-all lint/suspicious/noTemplateCurlyInString: settings, as text
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contractHash, readContract, writeContract } from "../../npm/fedseal/dist/contract/contract.js";
import { write } from "../contract/projects.ts";
import { filesOf } from "../folders.ts";
import { contract, link, SHELL, SHOP, TSCONFIG, type Workspace, workspace } from "./workspace.ts";

/** `can-i-deploy --typecheck`: the shell's own compiler with the candidate's stubs. */

const modules = join(import.meta.dirname, "../../node_modules");
const CONTRACTS = { "shop.json": contract("shop", "2.4.0", SHOP) };
const { old, ...WITHOUT_OLD } = SHOP;
const BREAKING = { ...SHOP, price: SHOP.price.replace("article: string", "article: { id: string }") };
const HARMLESS = { ...SHOP, price: `${SHOP.price}export declare const more: number;\n` };

const candidate = (stubs: Record<string, string>, more: object = {}) => ({
  "next.json": contract("shop", "2.5.0", stubs, more),
});

/** A shell as it is recorded once it was locked and deployed. */
function deployed(
  files: Record<string, string>,
  typescript = "typescript",
  uses: Record<string, string[]> = { "shop/price": ["format", "priceOf"] },
): Workspace {
  const at = workspace(CONTRACTS, { ...SHELL, ...files });
  rmSync(join(at.root, "node_modules/typescript"));
  link(join(modules, typescript), join(at.root, "node_modules/typescript"));
  const shop = readContract(CONTRACTS["shop.json"]);
  const hash = contractHash(shop);
  const shell = { read: { files: { src: 2 } }, requires: { shop: "^2.4.0" }, uses, contracts: { shop: hash } };
  const matrix = { matrixVersion: 1, environments: { staging: { "shell@1.0.0": { shell } } }, verdicts: {} };
  write(at.shell, {
    "deployments.json": JSON.stringify(matrix),
    [`deployments.contracts/${hash}.json`]: writeContract(shop),
  });
  return at;
}

const ARGS = [
  "can-i-deploy",
  "--env",
  "staging",
  "--remote",
  "shop@2.5.0",
  "--contract",
  "next.json",
  "--typecheck",
  ".",
];
const ask = (at: Workspace, ...more: string[]) => at.run(...ARGS, ...more);
const json = (at: Workspace, ...more: string[]) => {
  const { stdout, status } = ask(at, ...more, "--format", "json");
  const { shells, diagnostics = [] } = JSON.parse(stdout);
  return { answer: shells["shell@1.0.0"], rules: diagnostics.map((one: { rule: string }) => one.rule), status };
};

describe.each(["typescript-5.6", "typescript", "typescript-7"])("%s", (typescript) => {
  test("a change that fits: yes by both", () => {
    const at = deployed(candidate(HARMLESS), typescript);
    const before = filesOf(at.root);
    const { stdout, status } = ask(at);
    expect(stdout).toContain("shell@1.0.0  yes  types      what it uses still fits: shop/price (format, priceOf)");
    expect(stdout).toMatch(/\n {13}yes {2}typecheck {2}its tsc \S+ --noEmit has no error with shop@2\.5\.0\n/);
    expect(status).toBe(0);
    expect(filesOf(at.root)).toEqual(before);
  });

  test("a change that breaks: no by both, with the compiler's words", () => {
    const { answer, status } = json(deployed(candidate(BREAKING), typescript));
    expect(answer).toMatchObject({
      deployable: false,
      method: "types",
      answers: [
        { deployable: false, method: "types" },
        { deployable: false, method: "typecheck", errors: [expect.stringMatching(/^src\/page\.ts:2:45 TS2345: /)] },
      ],
    });
    expect(answer.disagree).toBeUndefined();
    expect(status).toBe(1);
  });

  test("an expose that is gone", () => {
    const files = { "src/old.ts": 'import { old } from "shop/old";\nexport const text: string = old;\n' };
    const { answer } = json(deployed({ ...files, ...candidate(WITHOUT_OLD) }, typescript, { "shop/old": ["old"] }));
    expect(answer.answers).toMatchObject([
      { deployable: false, method: "names" },
      { deployable: false, method: "typecheck", errors: [expect.stringContaining("src/old.ts:1:21 TS2307")] },
    ]);
  });

  test("an expose that is gone and is not used", () => {
    const { answer, status } = json(deployed(candidate(WITHOUT_OLD), typescript));
    expect(answer).toMatchObject({ deployable: true, answers: [{ deployable: true }, { deployable: true }] });
    expect(status).toBe(0);
  });

  test("by stubs, types and every other road into the package", () => {
    const files = {
      "tsconfig.json": TSCONFIG.replace('"types":[]', '"types":["@platform/mfe-contracts/ambient"]'),
      "src/remotes.d.ts": "export {};\n",
      "src/page.ts": 'import "shop/price";\n',
      "src/a.ts": 'import { priceOf } from "@platform/mfe-contracts/shop/price";\nexport const a = priceOf("a");\n',
      "src/b.ts":
        'import type { FederatedModule } from "@platform/mfe-contracts";\ndeclare const shop: FederatedModule<"shop/price">;\nexport const b = shop.priceOf("b");\n',
      "src/c.ts": 'export const c = async () => (await import("shop/price")).priceOf("c");\n',
    };
    const { answer } = json(deployed({ ...files, ...candidate(BREAKING) }, typescript));
    expect(answer.answers[1].errors.map((one: string) => one.split(" ")[0]).sort()).toEqual([
      "src/a.ts:2:26",
      "src/b.ts:3:31",
      "src/c.ts:1:67",
    ]);
  });
});

describe("settings of the shell", () => {
  const OPTIONS = JSON.parse(TSCONFIG).compilerOptions;
  const settings = (more: object, whole: object = {}) =>
    JSON.stringify({ compilerOptions: { ...OPTIONS, ...more }, include: ["src"], ...whole });

  test.each<[string, Record<string, string>]>([
    ["Node's resolution", { "tsconfig.json": settings({ module: "nodenext", moduleResolution: "nodenext" }) }],
    [
      "paths of its own",
      { "tsconfig.json": settings({ paths: { "@app/*": ["./src/*"] } }), "src/x.ts": 'export * from "@app/page";\n' },
    ],
    ["paths to the package", { "tsconfig.json": settings({ paths: { "@platform/*": ["../../packages/*"] } }) }],
    [
      "paths where ${configDir} is",
      {
        "base.json": settings({ paths: { "@app/*": ["${configDir}/src/*"] } }),
        "tsconfig.json": '{ "extends": "./base.json", "include": ["src"] }',
        "src/x.ts": 'export * from "@app/page";\n',
      },
    ],
    [
      "writing",
      {
        "tsconfig.json": settings({
          noEmit: false,
          composite: true,
          declarationMap: true,
          rootDir: "src",
          outDir: "out",
        }),
      },
    ],
    ["incremental", { "tsconfig.json": settings({ incremental: true }) }],
    [
      "types of installed packages",
      {
        "tsconfig.json": settings({ types: ["own/globals"] }),
        "node_modules/own/globals.d.ts": "declare const OWN: string;\n",
        "src/x.ts": "export const own = OWN;\n",
      },
    ],
    [
      "all installed types",
      {
        "tsconfig.json": settings({ types: undefined }),
        "node_modules/@types/own/package.json": '{ "name": "@types/own", "version": "1.0.0" }',
        "node_modules/@types/own/index.d.ts": "declare const OWN: string;\n",
        "src/x.ts": "export const own = OWN;\n",
      },
    ],
    [
      "a tsconfig that only refers to others",
      {
        "tsconfig.json": '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
        "tsconfig.app.json": settings({ composite: true, noEmit: false, emitDeclarationOnly: true, outDir: "out" }),
      },
    ],
    ["declarations that are checked", { "tsconfig.json": settings({ skipLibCheck: false }) }],
  ])("%s", (_, files) => {
    const fits = deployed({ ...files, ...candidate(HARMLESS) });
    const before = filesOf(fits.root);
    expect(json(fits).answer.answers[1]).toMatchObject({ deployable: true });
    expect(filesOf(fits.root).filter((name) => !/deployments/.test(name))).toEqual(
      before.filter((name) => !/deployments/.test(name)),
    );
    write(fits.shell, candidate(BREAKING));
    expect(json(fits).answer.answers[1]).toMatchObject({
      deployable: false,
      errors: [expect.stringMatching(/^src\/page\.ts:2:45 TS2345/)],
    });
  });

  test("packages that stubs import are those of the shell", () => {
    const react = {
      "node_modules/react/package.json": '{ "name": "react", "version": "19.0.0", "types": "index.d.ts" }',
    };
    const types = { "node_modules/react/index.d.ts": "export declare class Node { private brand: string; }\n" };
    const stub = {
      price: `import { Node } from "react";\n${SHOP.price}export declare function show(node: Node): void;\n`,
    };
    const use = {
      "src/x.ts":
        'import { Node } from "react";\nimport { show } from "@platform/mfe-contracts/shop/price";\nshow(new Node());\n',
    };
    const at = deployed({ ...react, ...types, ...candidate(stub) });
    expect(json(at).answer.answers[1]).toMatchObject({ deployable: true });
    write(at.shell, use);
    // Not there yet in the package that is installed: the shell does not compile as it is.
    expect(json(at)).toMatchObject({ status: 2, answer: { answers: [{}, { deployable: null }] } });
    rmSync(join(at.shell, "src/x.ts"));
    rmSync(join(at.shell, "node_modules"), { recursive: true });
    const { answer, status } = json(at);
    expect(answer.answers[1].reason).toContain("react cannot be found, which stubs import");
    expect(status).toBe(2);
  });
});

describe("what cannot be told is never yes", () => {
  test.each<[string, Record<string, string>, string[], string]>([
    [
      "a shell that does not compile",
      { "src/x.ts": 'export const x: number = "x";\n' },
      [],
      "it does not compile as it is (1 errors, first src/x.ts:1:14 TS2322",
    ],
    [
      "a syntax error, which hides all others",
      { "src/x.ts": "export const x = ;\n" },
      [],
      "it does not compile as it is",
    ],
    [
      "settings that the compiler refuses",
      { "tsconfig.json": TSCONFIG.replace('"strict":true', '"strict":"very"') },
      [],
      "TS5024: Compiler option 'strict'",
    ],
    ["no settings", { "tsconfig.json": "" }, [], "there is no tsconfig.json"],
    ["no file", { "tsconfig.json": '{ "files": [] }' }, [], "names no file"],
    [
      "a shell that does not take the stubs",
      { "src/remotes.d.ts": 'declare module "shop/*" { export const priceOf: any, format: any }\n' },
      [],
      "has no stub of shop",
    ],
    [
      "uses in templates",
      { "src/Page.vue": '<script>import { old } from "shop/old"</script>\n' },
      [],
      "it uses shop/old in files that its tsc does not check",
    ],
    [
      "uses in JavaScript",
      { "src/page.ts": "export {};\n", "src/page.js": 'import { priceOf } from "shop/price";\npriceOf("a");\n' },
      [],
      "it uses shop/price in files",
    ],
    [
      "uses in files that are not checked",
      { "src/page.ts": '// @ts-nocheck\nimport { priceOf } from "shop/price";\npriceOf("a");\n' },
      [],
      "it uses shop/price in files",
    ],
    [
      "the package by its path",
      { "src/remotes.d.ts": '/// <reference path="../../../packages/mfe-contracts/ambient.d.ts" />\n' },
      [],
      "of the installed package is read by its path",
    ],
    ["a compiler that takes too long", {}, ["--typecheck-timeout", "5"], "tsc took longer than 5 ms"],
  ])("%s", (_, files, more, words) => {
    const uses = words.includes("shop/old") ? { "shop/old": ["*"] } : { "shop/price": ["format"] };
    const at = deployed({ ...files, ...candidate(HARMLESS) }, "typescript", uses);
    if (files["tsconfig.json"] === "") rmSync(join(at.shell, "tsconfig.json"));
    const { answer, rules, status } = json(at, ...more);
    expect(answer.answers[1]).toMatchObject({
      deployable: null,
      method: "typecheck",
      reason: expect.stringContaining(words),
    });
    expect(answer).toMatchObject({ deployable: false, method: "typecheck" });
    expect(rules).toEqual(["contract/not-deployable", "contract/not-compared"]);
    expect(JSON.stringify(answer)).not.toMatch(/fedseal-t/);
    expect(status).toBe(2);
    expect(ask(at, ...more).stdout).toContain("?    typecheck  the shell was not checked: ");
  });

  test("no TypeScript, no package", () => {
    const at = deployed(candidate(HARMLESS));
    rmSync(join(at.root, "node_modules/typescript"));
    expect(json(at)).toMatchObject({ status: 2 });
    link(join(modules, "typescript"), join(at.root, "node_modules/typescript"));
    const { answer, status } = json(at, "--package", "@other/contracts");
    expect(answer.answers[1].reason).toContain("@other/contracts is not installed there");
    expect(status).toBe(2);
  });

  test("a compiler that ends without a word", () => {
    const at = deployed(candidate(HARMLESS));
    rmSync(join(at.root, "node_modules/typescript"));
    write(at.root, {
      "node_modules/typescript/package.json":
        '{ "name": "typescript", "version": "5.9.3", "bin": { "tsc": "tsc.js" } }',
      "node_modules/typescript/tsc.js": "",
    });
    expect(json(at)).toMatchObject({ status: 2, answer: { deployable: false } });
  });

  test.each([["../nowhere"], ["other=."], ["shell@9.9.9=."]])("--typecheck %s is a wrong call", (given) => {
    const at = deployed(candidate(HARMLESS));
    const { stdout, status } = at.run(...ARGS.slice(0, -1), given);
    expect(stdout).toContain("error[options/invalid]");
    expect(status).toBe(2);
  });
});

describe("where both disagree, the answer is no and it is said", () => {
  test("the contracts say no, the compiler yes", () => {
    // The shell takes the function and gives it nothing that the change concerns.
    const at = deployed({
      "src/page.ts": 'import { priceOf } from "shop/price";\nexport const name = priceOf.name;\n',
      ...candidate(BREAKING),
    });
    const { stdout, status } = ask(at);
    expect(stdout).toContain(
      "warning[contract/verdicts-disagree]: shop@2.5.0 in staging: shell@1.0.0: the contracts say no",
    );
    expect(stdout).toContain("they disagree: the contracts say no and the shell's compiler says yes");
    expect(status).toBe(1);
    expect(json(at)).toMatchObject({
      status: 1,
      answer: { deployable: false, method: "types", disagree: expect.any(String) },
      rules: ["contract/not-deployable", "contract/verdicts-disagree"],
    });
    const markdown = ask(at, "--format", "markdown").stdout;
    expect(markdown).toContain("they disagree");
    expect(markdown).toContain("| shell@1.0.0 | yes | typecheck |");
  });

  test("the contracts say yes, the compiler no", () => {
    // The sources have moved on since they were locked.
    const at = deployed(candidate(BREAKING), "typescript", { "shop/price": ["format"] });
    const { answer, status } = json(at);
    expect(answer).toMatchObject({
      deployable: false,
      method: "typecheck",
      answers: [{ deployable: true }, { deployable: false }],
    });
    expect(answer.disagree).toContain("the contracts say yes and the shell's compiler says no");
    expect(status).toBe(1);
  });
});

describe("a compiler that goes on and on, in a process of its own", () => {
  /** As TypeScript 7 does it. It writes down who it is. */
  function endless(): { at: Workspace; temporary: string; pid: () => number | undefined } {
    const at = deployed(candidate(HARMLESS));
    const file = join(at.root, "pid");
    rmSync(join(at.root, "node_modules/typescript"));
    write(at.root, {
      "tmp/.keep": "",
      "node_modules/typescript/package.json":
        '{ "name": "typescript", "version": "7.0.2", "bin": { "tsc": "tsc.js" } }',
      "node_modules/typescript/tsc.js":
        'require("node:child_process").spawnSync(process.execPath, [`${__dirname}/native.js`], { stdio: "inherit" });',
      "node_modules/typescript/native.js": `require("node:fs").writeFileSync(${JSON.stringify(file)}, String(process.pid));
        setInterval(() => {}, 1000);`,
    });
    const pid = () => (existsSync(file) ? Number(readFileSync(file, "utf8")) || undefined : undefined);
    return { at, temporary: join(at.root, "tmp"), pid };
  }

  const leftIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith("fedseal-typecheck-"));

  function started({ at, temporary }: ReturnType<typeof endless>, ...more: string[]) {
    const bin = join(import.meta.dirname, "../../npm/fedseal/bin/fedseal.js");
    const env = { ...process.env, TMPDIR: temporary };
    const child = spawn(process.execPath, [bin, "contract", ...ARGS, ...more], { cwd: at.shell, stdio: "ignore", env });
    return { child, ended: new Promise((done) => child.on("close", done)) };
  }

  test("is ended after its time, and that is no yes", async () => {
    const setup = endless();
    expect(await started(setup, "--typecheck-timeout", "4000").ended).toBe(2);
    expect(leftIn(setup.temporary)).toEqual([]);
    const pid = setup.pid();
    if (pid !== undefined) await until(() => !isAlive(pid));
  });

  test("is ended with the command, and no folder is left", async () => {
    const setup = endless();
    const { child, ended } = started(setup);
    await until(() => setup.pid() !== undefined);
    expect(leftIn(setup.temporary)).toHaveLength(1);
    child.kill("SIGTERM");
    expect(await ended).toBe(143);
    expect(leftIn(setup.temporary)).toEqual([]);
    const pid = setup.pid();
    if (pid === undefined) throw new Error("it was not started");
    await until(() => !isAlive(pid));
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((done) => setTimeout(done, 20));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
