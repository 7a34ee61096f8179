import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "./generate.mjs";
import { root, ts } from "./program.mjs";
import { slice } from "./slice.mjs";

/** Packages with declarations by many hands, all of them dependencies of the repository. */
const PACKAGES = [
  "@tanstack/query-core",
  "@tanstack/table-core",
  "@radix-ui/react-slot",
  "@radix-ui/react-dismissable-layer",
  "@radix-ui/react-focus-scope",
  "dialog-new",
  "dialog-old",
  "form-new",
  "form-old",
  "query-new",
  "query-old",
  "router-new",
  "router-old",
  "table-new",
  "table-old",
  "ajv",
  "chokidar",
  "cli-table3",
  "commander",
  "cron-parser",
  "defu",
  "estree",
  "fast-check",
  "fflate",
  "get-tsconfig",
  "json-schema",
  "lru-cache",
  "magic-string",
  "marked",
  "mitt",
  "p-retry",
  "postcss-selector-parser",
  "qs",
  "rambda",
  "range-parser",
  "sade",
  "schema-utils",
  "semver",
  "tapable",
  "tinybench",
  "tinyglobby",
  "vite",
  "zod",
];

const pairs = join(root, "__test__/contract/pairs");
/**
 * A copy of the old declaration stands for a consumer here. In these pairs it asks for more than any consumer does: it makes
 * values that only the remote makes, uses the result of what gives nothing, or compares brands, components, and types over open type
 * parameters or over maps without an exported name, which shells never compare or cannot write down.
 */
const TOO_STRICT = new Set([
  "ambient-accessor-class-property-merge",
  "brand-text-changed",
  "class-unexported-only-out",
  "component-type-param-gets-member",
  "component-type-param-optional",
  "getters-mapped-key-order",
  "inline-command-result-appears",
  "jsdoc-input-tag",
  "jsdoc-output-tag",
  "query-object-unread-changed",
  "schema-second-parameter",
  "typed-href-route-added",
  "union-with-brand-changed",
  "union-with-unnamed-brand-changed",
]);
export const pairNames = readdirSync(pairs).filter(
  (name) => existsSync(join(pairs, name, "old")) && !TOO_STRICT.has(name),
);

/** Text of a surface, and where it comes from. */
export function surface(random) {
  for (;;) {
    const kind = random.next();
    const [origin, text] =
      kind < 0.55 ? fromPackage(random) : kind < 0.8 ? fromPair(random) : ["generated", generate(random)];
    if (text !== undefined) return { origin, text };
  }
}

function fromPackage(random) {
  const name = random.pick(PACKAGES);
  return [name, slice(name, random)];
}

function fromPair(random) {
  const name = random.pick(pairNames);
  return [`pair ${name}`, pairSide(name, "old")];
}

/** The declarations of one side of a labelled pair; undefined where they are not one annotated file. */
export function pairSide(name, age) {
  const folder = join(pairs, name, age);
  const files = readdirSync(folder);
  if (files.length !== 1) return undefined;
  const path = join(folder, files[0]);
  const text = readFileSync(path, "utf8");
  return path.endsWith(".d.ts") ? text : declarationsOf(text, path);
}

/** The label of a pair: `bump`, and that of the other direction in `reverse`. */
export function pairLabel(name) {
  return JSON.parse(readFileSync(join(pairs, name, "expected.json"), "utf8"));
}

/** Only of what is annotated; the rest says nothing about mutations of declarations. */
function declarationsOf(text, path) {
  const { outputText, diagnostics } = ts.transpileDeclaration(text, {
    fileName: path,
    compilerOptions: { isolatedDeclarations: true, declaration: true, jsx: ts.JsxEmit.ReactJSX },
  });
  return diagnostics?.length ? undefined : outputText;
}
