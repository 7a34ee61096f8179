import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Extracted, extractContract, normalizeDeclaration } from "@fedseal/binding";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/**
 * The fast way against tsc: what it does not refuse has to mean what tsc means. Every fixture is one module; each goes
 * both ways, and the normaliser has to see no difference.
 */

const fixtures = join(import.meta.dirname, "extract");
const files = readdirSync(fixtures).filter((name) => /\.[cm]?tsx?$/.test(name));
const exposes = files.map((name) => ({ key: `./${name}`, source: `./${name}` }));

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "fedseal-test-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What projects set, and what could change what tsc writes. */
const SETTINGS: Record<string, string[]> = {
  strict: ["--strict"],
  "not strict": ["--strict", "false"],
  "strict about modules and optional properties": [
    "--strict",
    "--isolatedModules",
    "--verbatimModuleSyntax",
    "--exactOptionalPropertyTypes",
    "--noUncheckedIndexedAccess",
  ],
  "an old target": ["--strict", "--target", "es2017", "--useDefineForClassFields", "false", "--experimentalDecorators"],
};

let fast: Extracted;
const byTsc: Record<string, Extracted> = {};

beforeAll(async () => {
  fast = await extractContract({ root: fixtures, exposes });
  for (const [name, settings] of Object.entries(SETTINGS)) {
    const dir = join(scratch, name);
    tsc(fixtures, dir, files, settings);
    byTsc[name] = await extractContract({ root: fixtures, exposes, emitted: { dir, base: fixtures }, onlyTsc: true });
  }
});

test("nothing else is wrong with the fixtures", () => {
  for (const one of [fast, ...Object.values(byTsc)]) expect(one.diagnostics).toEqual([]);
});

describe.each(Object.keys(SETTINGS))("with tsc set to be %s", (settings) => {
  test.each(files)("%s", (name) => {
    const one = textOf(fast, name);
    const other = textOf(byTsc[settings] as Extracted, name);
    expect(other, "tsc writes a declaration of every fixture").toBeDefined();
    if (one === undefined) expect(fast.pending.map(({ id }) => id)).toContain(name);
    else expect(normalizeDeclaration(one)).toBe(normalizeDeclaration(other ?? ""));
  });
});

test("what goes which way, and why", () => {
  const ways = files.map((name) => {
    const pending = fast.pending.find(({ id }) => id === name);
    return `${name}: ${pending ? `tsc, ${pending.line}:${pending.column} ${pending.reason}` : "fast"}`;
  });
  expect(ways.join("\n")).toMatchSnapshot();
});

describe("what FastDts gets wrong without a word, or could, is refused", () => {
  test.each([
    // One return, not at the end: it infers the type of that one, and forgets `undefined`.
    "return-in-if.ts",
    "return-in-for.ts",
    "return-in-while.ts",
    "return-in-try.ts",
    "return-in-switch.ts",
    "return-in-label.ts",
    "class-method-branches.ts",
    "object-method-inferred.ts",
    "object-method-no-return.ts",
    "return-arrow-nested.ts",
    "array-arrow.ts",
    // It looks through these.
    "non-null.ts",
    "non-null-return.ts",
    "satisfies.ts",
    "satisfies-return.ts",
    "satisfies-const.ts",
    // It widens, or does not, where tsc does otherwise.
    "class-readonly-object.ts",
    "export-default-value.ts",
    "return-as-const.ts",
    "const-assertion-null.ts",
    "return-null.ts",
    // It gives a getter and a setter one type.
    "class-accessor-types-differ.ts",
    "class-accessor-static-and-instance.ts",
    "class-accessor-access-differs.ts",
    "types-accessor-untyped.ts",
    "class-property-optional-initialised.ts",
    "class-generic-base.ts",
    // A parameter with a default is not optional before one that is required, or before a tuple.
    "function-default-before-required.ts",
    "parameter-defaults-more.ts",
    "class-constructor-optional-property.ts",
    // It leaves out what the declaration needs.
    "chain-of-types.ts",
    "export-assignment.ts",
    "import-equals-used.ts",
    "value-and-type-used-as-type.ts",
    // It writes these down so that they mean something else.
    "class-index-signature.ts",
    "several-variables.ts",
    "object-duplicate.ts",
    "object-proto.ts",
    "expando-in-function.ts",
    "class-private-overloads.ts",
    "declare-without-types.ts",
    "declare-function-without-return.ts",
    "return-asserted-local.ts",
    "no-module.ts",
  ])("%s", (name) => {
    expect(fast.pending.map(({ id }) => id)).toContain(name);
  });
});

test("the canonical text is canonical", () => {
  for (const one of [fast, ...Object.values(byTsc)]) {
    for (const { stub, text } of one.modules) {
      const once = normalizeDeclaration(text);
      expect(normalizeDeclaration(once), stub).toBe(once);
    }
  }
});

test("JSON has the type that tsc gives it", () => {
  const shape = (text: string) => /const \w+: ([\s\S]*?);\n(?:export default|$)/.exec(normalizeDeclaration(text))?.[1];
  const inferred = shape(textOf(byTsc.strict as Extracted, "json-inferred.ts") ?? "");
  expect(inferred).toContain('"b-c": (null | number | string)[]');
  expect(shape(fast.modules.find(({ id }) => id === "data.json")?.text ?? "")).toBe(inferred);
});

describe("a small project", () => {
  const project = join(scratch, "project");
  const source: Record<string, string> = {
    "package.json": JSON.stringify({ name: "shop", dependencies: { react: "^19.0.0" } }),
    "tsconfig.json": JSON.stringify({
      compilerOptions: {
        target: "esnext",
        module: "esnext",
        moduleResolution: "bundler",
        strict: true,
        jsx: "preserve",
        resolveJsonModule: true,
        allowJs: true,
        paths: { "@/*": ["./src/*"] },
      },
      include: ["src"],
    }),
    "src/Button.tsx": `
      import type { Size } from "@/theme";
      import styles from "./button.module.css";
      import labels from "./labels.json";
      import "./global.css";
      /** Shown on the button. */
      export interface ButtonProps { size: Size; label: keyof typeof labels; classes?: typeof styles }
      /** A button. */
      export default function Button({ size }: ButtonProps): string { return size; }`,
    "src/theme/index.ts": `
      export const sizes = ["small", "large"] as const;
      export type Size = (typeof sizes)[number];`,
    "src/useCart.ts": `
      import { make } from "./cart.js";
      import { old } from "./old";
      export function useCart(id?: string) { if (id) { return make(id); } }
      export { old };`,
    "src/cart.ts": "export const make = (id: string) => ({ id, items: [1] });",
    "src/old.js": "/** @param {string} a */\nexport function old(a) { return a.length; }",
    "src/labels.json": '{ "ok": "OK", "cancel": "Cancel" }',
    "src/button.module.css": ".a {}",
    "src/global.css": ".b {}",
    "src/css.d.ts": 'declare module "*.css" { const classes: Record<string, string>; export default classes; }',
  };
  const options = {
    root: project,
    exposes: [
      { key: "./Button", source: "./src/Button" },
      { key: "./cart/useCart", source: "./src/useCart.ts" },
    ],
  };

  beforeAll(() => write(project, source));

  test("is extracted in two calls, and the stubs compile without the project", async () => {
    const first = await extractContract(options);
    expect(first.diagnostics).toEqual([]);
    expect(first.pending.map(({ id, reason, line }) => ({ id, reason, line }))).toMatchInlineSnapshot(`
      [
        {
          "id": "src/useCart.ts",
          "line": 4,
          "reason": "the return type is not written down",
        },
      ]
    `);
    expect(first.exposes.map(({ surface }) => surface.length)).toEqual([64, 0]);

    const dir = join(scratch, "emitted");
    tsc(project, dir, ["src/useCart.ts", "src/css.d.ts"], ["--strict", "--allowJs"]);
    const second = await extractContract({ ...options, emitted: { dir, base: project } });
    expect(second.diagnostics).toEqual([]);
    expect(second.pending).toEqual([]);
    expect(second.exposes.map(({ surface }) => surface.length)).toEqual([64, 64]);
    expect(second.exposes[0]?.surface).toBe(first.exposes[0]?.surface);
    expect(second.modules.map(({ stub, way }) => `${stub} ${way}`)).toMatchInlineSnapshot(`
      [
        "Button.d.ts fast",
        "_internal/src/button.module.css.d.ts style",
        "_internal/src/labels.json.d.ts json",
        "_internal/src/old.d.ts tsc",
        "_internal/src/theme/index.d.ts fast",
        "cart/useCart.d.ts tsc",
      ]
    `);
    expect(second.modules.map(({ stub, text }) => `// ${stub}\n${text}`).join("\n")).toMatchSnapshot();
    for (const one of second.modules) expect(one.text).not.toContain(scratch);

    const contract = join(scratch, "contract");
    write(contract, Object.fromEntries(second.modules.map(({ stub, text }) => [stub, text])));
    write(contract, {
      "use.ts": `
        import Button, { type ButtonProps } from "./Button.js";
        import { useCart, old } from "./cart/useCart.js";
        export const props: ButtonProps = { size: "small", label: "ok", classes: {} };
        export const text: string = Button(props);
        export const id: string | undefined = useCart("x")?.id;
        export const length: number = old("x");
        // @ts-expect-error only the two sizes
        export const wrong: ButtonProps = { size: "medium", label: "ok" };`,
    });
    const checked = run(contract, [
      "--noEmit",
      "--strict",
      "--skipLibCheck",
      "false",
      "--module",
      "nodenext",
      "use.ts",
    ]);
    expect(checked).toBe("");
  });

  test("the same files give the same bytes", async () => {
    const [one, other] = await Promise.all([extractContract(options), extractContract(options)]);
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  test("a type that is written otherwise has the same surface, another type has not", async () => {
    const before = await extractContract(options);
    const changed = (text: string) => {
      const at = join(scratch, "changed");
      write(at, { ...source, "src/Button.tsx": text });
      return extractContract({ ...options, root: at });
    };
    const button = source["src/Button.tsx"] ?? "";
    const same = await changed(
      button.replace("{ size }: ButtonProps", "{ ...all }: (ButtonProps)").replace("A button", "B"),
    );
    expect(same.exposes[0]?.surface).toBe(before.exposes[0]?.surface);
    const other = await changed(button.replace("): string", "): string | null"));
    expect(other.exposes[0]?.surface).not.toBe(before.exposes[0]?.surface);
  });
});

describe("what cannot be promised is said", () => {
  const cases: Record<string, { files: Record<string, string>; exposes?: [string, string][]; emitted?: true }> = {
    "contract/expose-not-found": {
      files: {},
      exposes: [["./a", join(scratch, "contract/expose-not-found/src/none.ts")]],
    },
    "contract/not-extracted": { files: { "src/a.ts": "export const a = [1];" }, emitted: true },
    "contract/stub-name-taken": {
      files: { "src/a.ts": "export const a: number = 1;", "src/b.ts": "export const b: number = 1;" },
      exposes: [
        ["./Button", "./src/a.ts"],
        ["./button", "./src/b.ts"],
      ],
    },
    "contract/syntax-error": { files: { "src/a.ts": "export const a: number = 1;\nexport const = 2;" } },
    "contract/unresolved-import": {
      files: { "src/a.ts": 'export const b: number = 1;\nexport type A = import("./none").A;' },
    },
    "contract/unsupported-source": { files: { "src/a.ts": 'export { default } from "./b.vue";', "src/b.vue": "" } },
  };

  test.each(Object.keys(cases))("%s", async (rule) => {
    const { files, exposes = [["./a", "./src/a.ts"]], emitted } = cases[rule] as (typeof cases)[string];
    const dir = join(scratch, rule);
    mkdirSync(dir, { recursive: true });
    write(dir, files);
    const { diagnostics } = await extractContract({
      root: dir,
      exposes: exposes.map(([key, source]) => ({ key, source })),
      ...(emitted && { emitted: { dir, base: dir } }),
    });
    expect(diagnostics.map((one) => one.rule)).toEqual([rule]);
    expect(diagnostics).toMatchSnapshot();
    expect(JSON.stringify(diagnostics)).not.toContain(scratch);
  });

  test("what a module imports that tsc infers from has to be there, however far away", async () => {
    const dir = join(scratch, "far");
    write(dir, {
      "src/a.ts": 'import { b } from "./b";\nexport const a = b();',
      "src/b.ts": 'import { c } from "./c";\nexport const b = () => c;',
      "src/c.ts": 'import logo from "./logo.svg";\nimport x from "missing";\nexport const c = [x, logo];',
    });
    const { diagnostics } = await extractContract({ root: dir, exposes: [{ key: "./a", source: "./src/a.ts" }] });
    expect(diagnostics.map(({ message, location }) => ({ message, location }))).toEqual([
      {
        message: 'src/c.ts imports "missing", which cannot be resolved',
        location: { file: "src/c.ts", line: 2, column: 15 },
      },
    ]);
  });
});

function textOf(extracted: Extracted, name: string): string | undefined {
  return extracted.modules.find(({ stub }) => stub === `${name}.d.ts`)?.text;
}

function tsc(base: string, dir: string, names: string[], settings: string[]): void {
  const shared = ["--declaration", "--emitDeclarationOnly", "--noCheck", "--rootDir", base, "--outDir", dir];
  const modules = ["--module", "esnext", "--moduleResolution", "bundler", "--resolveJsonModule", "--jsx", "preserve"];
  const target = settings.includes("--target") ? [] : ["--target", "esnext"];
  run(base, [...shared, ...modules, ...target, ...settings, ...names]);
}

/** What tsc says. */
function run(folder: string, settings: string[]): string {
  const compiler = join(import.meta.dirname, "../../node_modules/typescript/bin/tsc");
  return spawnSync(process.execPath, [compiler, ...settings], { cwd: folder, encoding: "utf8" }).stdout;
}

function write(folder: string, texts: Record<string, string>): void {
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
