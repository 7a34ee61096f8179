import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { compare } from "../../npm/fedseal/dist/contract/compare/compare.js";
import { readSide } from "../../npm/fedseal/dist/contract/sides.js";
import { SourcePlaces } from "../../npm/fedseal/dist/contract/source-place/source-place.js";
import { type Finding, located } from "../../npm/fedseal/dist/contract/verdict/located.js";
import { project } from "./projects.ts";

/** Every finding is at a place in the sources: what is compared are stubs, and nobody edits those. */

/** Compares two folders, with all places. */
async function report(old: string, now: string) {
  const [before, after] = [await readSide(old, "old"), await readSide(now, "new")];
  if (!before.side || !after.side) throw new Error(JSON.stringify([...before.diagnostics, ...after.diagnostics]));
  const comparison = compare(before.side, after.side, { profile: "standard" });
  const places = [new SourcePlaces(before.side, before.origin), new SourcePlaces(after.side, after.origin)] as const;
  return { comparison, report: located(comparison, ...places) };
}

const EXACT = "⟦";
const LINE = "¶";

/**
 * Files of the new version, in which `⟦` stands where a finding has to be, or `¶` anywhere in its line; a finding of a file
 * without a mark has that file only.
 */
function marked(files: Record<string, string>, wanted: string) {
  const clean = Object.entries(files).map(([name, text]) => [name, text.replaceAll(/[⟦¶]/g, "")] as const);
  const text = files[wanted] ?? "";
  const lines = text.split("\n");
  const line = lines.findIndex((one) => one.includes(EXACT) || one.includes(LINE));
  // A byte order mark is no column.
  const column = lines[line]?.replace("\ufeff", "").indexOf(EXACT) ?? -1;
  const at = [wanted, ...(line >= 0 ? [line + 1] : []), ...(column >= 0 ? [column + 1] : [])].join(":");
  return { files: Object.fromEntries(clean), at };
}

interface Case {
  old: string;
  new: string;
  /** More files, of both versions or of the new one only. */
  more?: Record<string, string>;
  /** The new version's file with the mark; the module itself unless it says otherwise. */
  in?: string;
  /** Ending of the module. */
  ending?: string;
}

const CASES: Record<string, Case> = {
  "a member, after characters of one and two code units": {
    old: "export interface P { /* é😀 */ kind?: string }\nexport declare function f(p: P): void;\n",
    new: "export interface P { /* é😀 */ ⟦kind: string }\nexport declare function f(p: P): void;\n",
  },
  "after a byte order mark, with CRLF": {
    old: "export interface P {\r\n  kind?: string\r\n}\r\nexport declare function f(p: P): void;\r\n",
    new: "\ufeffexport interface P {\r\n  ⟦kind: string\r\n}\r\nexport declare function f(p: P): void;\r\n",
  },
  "on the first line after a byte order mark": {
    old: "export declare const a: string;\n",
    new: "\ufeffexport declare const ⟦a: number;\n",
  },
  "a parameter": {
    old: "export function f(a: string, b: string): void { void a; void b; }\n",
    new: "export function f(a: string, ⟦b: number): void { void a; void b; }\n",
  },
  "a member of a parameter of a callback": {
    old: "export interface P { onBuy?: (event: { id: string }) => void }\nexport declare function f(p: P): void;\n",
    new: "export interface P { onBuy?: (event: { ⟦id: number }) => void }\nexport declare function f(p: P): void;\n",
  },
  "the second of two callbacks": {
    old: "export declare function f(a: (x: string) => void, b: (x: string) => void): void;\n",
    new: "export declare function f(a: (x: string) => void, b: (⟦x: number) => void): void;\n",
  },
  "a parameter of a method": {
    old: "export class A { private x = 1; m(a: string): number { void a; return this.x; } }\n",
    new: "export class A { private x = 1; m(⟦a: number): number { void a; return this.x; } }\n",
  },
  "an overload": {
    old: "export function f(a: string): string;\nexport function f(a: number, b: string): number;\nexport function f(a: unknown): never { throw a; }\n",
    new: "export function f(a: string): string;\nexport function f(a: number, ⟦b: boolean): number;\nexport function f(a: unknown): never { throw a; }\n",
  },
  "a default export": {
    old: "export default function (a: string): void { void a; }\n",
    new: "export default function (⟦a: number): void { void a; }\n",
  },
  "a default export that is an arrow function": {
    old: "export default (a: string): void => { void a; };\n",
    new: "export default (⟦a: number): void => { void a; };\n",
  },
  "a default export by name": {
    old: "function button(a: string): void { void a; }\nexport default button;\n",
    new: "function button(⟦a: number): void { void a; }\nexport default button;\n",
  },
  "an arrow function": {
    old: "export const f = (a: string): void => { void a; };\n",
    new: "export const f = (⟦a: number): void => { void a; };\n",
  },
  "a constant's member": {
    old: 'export const theme = { color: "red", sizes: { small: 1 } } as const;\n',
    new: 'export const theme = { color: "red", sizes: { ⟦small: 2 } } as const;\n',
  },
  "a member of what a function returns by inference: the function": {
    old: "export function f(on: boolean) { if (on) return { a: 1 }; return { a: 2 }; }\n",
    new: "export function f¶(on: boolean) { if (on) return { a: '' }; return { a: '' }; }\n",
  },
  "what a call makes: the constant, and not its argument": {
    old: "declare function make<T>(options: T): T;\nexport const store = make({ color: 1 });\n",
    new: "declare function make<T>(options: T): T;\nexport const store¶ = make({ color: '' });\n",
  },
  "a constructor's parameter that is a member": {
    old: "export class A { constructor(readonly owner: string) {} }\nexport declare function f(): A;\n",
    new: "export class A { constructor(readonly ⟦owner: number) {} }\nexport declare function f(): A;\n",
  },
  "a parameter with modifiers: its name": {
    old: "export class A { constructor(a: string) { void a; } }\n",
    new: "export class A { constructor(a: string, private readonly ⟦b: number) { void a; } }\n",
  },
  "a rest parameter: its dots": {
    old: "export declare function f(a: string, ...b: string[]): void;\n",
    new: "export declare function f(a: string, ⟦...b: number[]): void;\n",
  },
  "a constructor with modifiers: the word itself": {
    old: "export class A { constructor() {} }\n",
    new: "export class A { protected ⟦constructor() {} }\n",
  },
  "an index signature with modifiers: its brackets": {
    old: "export declare const a: { [key: string]: number };\n",
    new: "export declare const a: { readonly ⟦[key: string]: number };\n",
  },
  "a getter": {
    old: "export class A { get size(): string { return ''; } }\nexport declare function f(): A;\n",
    new: "export class A { get ⟦size(): number { return 1; } }\nexport declare function f(): A;\n",
  },
  "a member of an enum": {
    old: 'export enum E { A = "a", B = "b" }\n',
    new: 'export enum E { A = "a", ⟦B = "c" }\n',
  },
  "a member of a namespace": {
    old: "export declare namespace N { const a: string; function g(x: string): void }\n",
    new: "export declare namespace N { const a: string; function g(⟦x: number): void }\n",
  },
  "the second declaration of an interface": {
    old: "export interface P { a: string }\nexport interface P { b: string }\nexport declare function f(p: P): void;\n",
    new: "export interface P { a: string }\nexport interface P { ⟦b: number }\nexport declare function f(p: P): void;\n",
  },
  "a member of a destructured parameter": {
    old: "export function f({ a }: { a: string }): void { void a; }\n",
    new: "export function f({ a }: { ⟦a: number }): void { void a; }\n",
  },
  "a destructured constant": {
    old: "declare const all: { a: string; b: string };\nexport const { a, b } = all;\n",
    new: "declare const all: { a: string; b: number };\nexport const { a, ⟦b } = all;\n",
  },
  "a member of a union: the type": {
    old: "export type S = 'a' | 'b';\nexport declare function f(s: S): void;\n",
    new: "export type ⟦S = 'a';\nexport declare function f(s: S): void;\n",
  },
  "what is not exported": {
    old: "interface Inner { a: string }\nexport declare function f(p: Inner): void;\n",
    new: "interface Inner { ⟦a: number }\nexport declare function f(p: Inner): void;\n",
  },
  "a quoted member": {
    old: "export interface P { 'data-id': string }\nexport declare function f(p: P): void;\n",
    new: "export interface P { ⟦'data-id': number }\nexport declare function f(p: P): void;\n",
  },
  "another module": {
    old: 'export * from "./other";\n',
    new: 'export * from "./other";\n',
    more: { "other.ts": "export declare function f(⟦a: number): void;\n" },
    in: "other.ts",
  },
  "a member that is gone: its interface": {
    old: "export interface P { a: string; b?: string }\nexport declare function f(p: P): void;\n",
    new: "export interface ⟦P { a: string }\nexport declare function f(p: P): void;\n",
  },
  "an export that is gone: the module": {
    old: "export declare const a: string;\nexport declare const b: string;\n",
    new: "export declare const a: string;\n",
  },
  "an export that is no longer exported: its line": {
    old: "export interface P { a: string }\nexport declare const b: string;\n",
    new: "export declare const b: string;\ninterface P¶ { a: string }\nvoid ({} as P);\n",
  },
  JSON: {
    old: 'export { default as data } from "./data.json";\n',
    new: 'export { default as data } from "./data.json";\n',
    more: { "data.json": '{\n  "a": 1,\n  "inner": { ⟦"b": true }\n}\n' },
    in: "data.json",
  },
  JavaScript: {
    old: "/** @param {string} a @param {string} b */\nexport function f(a, b) { void a; void b; }\n",
    new: "/** @param {string} a @param {number} b */\nexport function f(a, ⟦b) { void a; void b; }\n",
    ending: "js",
  },
  "a parameter after a `this` that is a comment": {
    old: "/** @this {Date} @param {string} a @param {string} b */\nexport function f(a, b) { void a; void b; }\n",
    new: "/** @this {Date} @param {string} a @param {number} b */\nexport function f(a, ⟦b) { void a; void b; }\n",
    ending: "js",
  },
  "a member that the constructor of a JavaScript class sets: the class": {
    old: "export class A { constructor() { this.x = 1; } }\nexport function f() { return new A(); }\n",
    new: "export class A¶ { constructor() { this.x = ''; } }\nexport function f() { return new A(); }\n",
    ending: "js",
  },
  "a property that is assigned to a function: the function": {
    old: "export function Button(a: string): void { void a; }\nButton.title = 1;\n",
    new: "export function Button¶(a: string): void { void a; }\nButton.title = '';\n",
  },
  "a component in a wrapper": {
    old: "interface P { a: string }\ndeclare function memo<T>(c: (props: T) => string): { (props: T): string };\nexport const Button = memo((props: P) => props.a);\n",
    new: "interface P { ⟦a: number }\ndeclare function memo<T>(c: (props: T) => string): { (props: T): string };\nexport const Button = memo((props: P) => String(props.a));\n",
  },
  "a re-export by another name": {
    old: 'export { f as g } from "./other";\nexport { f as h } from "./other";\n',
    new: 'export { f as h } from "./other";\n',
    more: { "other.ts": "export declare function f(a: string): void;\n" },
  },
  "props of a component": {
    old: "export interface P { a?: string }\nexport function Button(props: P): string { return String(props); }\n",
    new: "export interface P { ⟦a: string }\nexport function Button(props: P): string { return String(props); }\n",
    ending: "tsx",
  },
};

const OLD: Record<string, string> = {
  "other.ts": "export declare function f(a: string): void;\n",
  "data.json": '{ "a": 1, "inner": { "b": 1 } }\n',
};

describe("the place of", () => {
  test.each(Object.entries(CASES))("%s", async (_, { old, new: now, more = {}, in: wanted, ending = "ts" }) => {
    const index = `index.${ending}`;
    const { files, at } = marked({ [index]: now, ...more }, wanted ?? index);
    const before = Object.fromEntries(Object.keys(more).map((name) => [name, OLD[name] ?? ""]));
    const in_ = (folder: string, all: Record<string, string>) =>
      Object.fromEntries(Object.entries(all).map(([name, text]) => [`${folder}/${name}`, text]));
    const root = realpathSync(project({ ...in_("old", { [index]: old, ...before }), ...in_("new", files) }));
    const { report: found } = await report(join(root, "old"), join(root, "new"));
    expect(found.undecided).toEqual([]);
    expect(found.findings.map((one) => placeIn(join(root, "new"), one))).toContain(at);
    // What is told beside it may be elsewhere, but nothing is where the sources do not say so.
    for (const one of found.findings) expect(placeIn(join(root, "new"), one)).toMatch(/^(index|other|data)\.\w+/);
  });

  test("an import that cannot be resolved", async () => {
    const text = 'import type { Lost } from "lost";\n\nexport declare const it: Lost;\n';
    const root = realpathSync(project({ "old.d.ts": text, "new.d.ts": `// moved\n${text}` }));
    const { report: found } = await report(join(root, "old.d.ts"), join(root, "new.d.ts"));
    const [first] = found.undecided;
    expect(first?.at).toMatchObject({ file: relative(process.cwd(), join(root, "old.d.ts")), line: 1, column: 27 });
  });
});

function placeIn(folder: string, { at }: Finding): string {
  if (!at) return "nowhere";
  const file = relative(folder, join(process.cwd(), at.file));
  return [file, at.line, at.column].filter((one) => one !== undefined).join(":");
}

// Not the same algorithm, but what every right answer has: the name that the source has there is one that the finding or the
// declaration has.
test("no finding of any pair is at another declaration", async () => {
  const pairs = join(import.meta.dirname, "pairs");
  const wrong: string[] = [];
  let exact = 0;
  // Every fourth shows it: each takes a run of TypeScript for either side.
  const some = readdirSync(pairs, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .filter((_, index) => index % 4 === 0);
  for (const pair of some) {
    const { report: found } = await report(join(pairs, pair.name, "old"), join(pairs, pair.name, "new"));
    for (const one of found.findings) {
      if (!one.at) {
        wrong.push(`${pair.name}: ${one.export} is nowhere`);
        continue;
      }
      const { file, line, column } = one.at;
      const text = readFileSync(file, "utf8");
      if (line === undefined || column === undefined) continue;
      exact += 1;
      const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
      const start = source.getPositionOfLineAndCharacter(line - 1, column - 1);
      const name = /^(\.\.\.)?[\p{ID_Continue}$'"#]+|^./u.exec(text.slice(start))?.[0] ?? "";
      // An element of a tuple is found by its number, whatever it is called.
      const isElement =
        /\[\d+\]/.test(one.export) &&
        /[[,]\s*$/.test(text.slice(0, start)) &&
        /^\??:/.test(text.slice(start + name.length));
      if (!isElement && !`${one.export} ${one.new?.text}`.includes(name))
        wrong.push(`${pair.name}: ${one.export} is not at ${name}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(exact).toBeGreaterThan(100);
}, 900_000);
