import { dirname, isAbsolute, join, relative, sep } from "node:path";

import ts = require("typescript");

import type { Place } from "./change.js";
import type { Side } from "./side.js";

/** Both sides in one program, so that one checker can ask whether a type of the one fits the other. */
export interface Surfaces {
  checker: ts.TypeChecker;
  program: ts.Program;
  /** Whether a declaration belongs to a side's own modules. */
  isLocal(node: ts.Node): boolean;
  /** Whether the language itself declares it. */
  isLibrary(node: ts.Node): boolean;
  /** Classes of the original text that had private members: no object literal ever fits them. */
  isNominal(node: ts.Node): boolean;
  isProtected(node: ts.Node): boolean;
  /** Imports of local modules that lead nowhere: TypeScript would take each for `any`. */
  unresolved: { file: string; specifier: string; place: Place }[];
  place(node: ts.Node): Place;
}

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  allowArbitraryExtensions: true,
  resolveJsonModule: true,
  noEmit: true,
  // Only the diagnostics of local modules are ever asked for.
  skipLibCheck: false,
};

const LIBRARY_FOLDER = dirname(ts.getDefaultLibFilePath(OPTIONS));
/** What the language declares is the same in every program. */
const libraries = new Map<string, ts.SourceFile>();

/** Reads both sides. `ambient` also loads the `@types` packages that their projects have, for global names. */
export function read(sides: readonly Side[], ambient: boolean): Surfaces {
  const texts = new Map<string, string>(sides.flatMap((side) => [...side.files]));
  const nominal = new Set<string>();
  const guarded = new Set<string>();
  const unresolved: Surfaces["unresolved"] = [];
  const sideOf = (path: string) =>
    sides.find(({ root }) => path.startsWith(`${root}/`) && !path.slice(root.length).includes("/node_modules/"));

  const options: ts.CompilerOptions = ambient
    ? { ...OPTIONS, typeRoots: sides.map((side) => join(side.packages, "node_modules/@types")) }
    : { ...OPTIONS, types: [] };
  const base = ts.createCompilerHost(options, true);
  const cache = new Map<string, ts.SourceFile | undefined>();
  const host: ts.CompilerHost = {
    ...base,
    fileExists: (path) => texts.has(path) || base.fileExists(path),
    readFile: (path) => texts.get(path) ?? base.readFile(path),
    directoryExists: (path) =>
      [...texts.keys()].some((key) => key.startsWith(`${path}/`)) || ts.sys.directoryExists(path),
    getCurrentDirectory: () => sides[0]?.packages ?? "/",
    getSourceFile(path, languageVersion) {
      if (cache.has(path)) return cache.get(path);
      const isLibrary = path.startsWith(LIBRARY_FOLDER);
      const known = isLibrary ? libraries.get(path) : undefined;
      if (known) return known;
      const text = host.readFile(path);
      let file: ts.SourceFile | undefined;
      if (text !== undefined) {
        file = ts.createSourceFile(path, text, languageVersion, true);
        if (sideOf(path)) {
          const erased = erasePrivate(file, nominal, guarded);
          if (erased !== text) file = ts.createSourceFile(path, erased, languageVersion, true);
        }
      }
      cache.set(path, file);
      if (isLibrary && file) libraries.set(path, file);
      return file;
    },
    resolveModuleNameLiterals(literals, containing, _redirected, compilerOptions, file) {
      const side = sideOf(containing);
      return literals.map((literal) => {
        const name = literal.text;
        const from =
          side && texts.has(containing) && !name.startsWith(".") ? join(side.packages, "stub.d.ts") : containing;
        const mode = ts.getModeForUsageLocation(file, literal, compilerOptions);
        const found = ts.resolveModuleName(name, from, compilerOptions, host, undefined, undefined, mode);
        if (side && !found.resolvedModule && !isAsset(name)) {
          unresolved.push({ file: containing, specifier: name, place: placeOf(literal) });
        }
        return found;
      });
    },
  };
  const roots = [...new Set(sides.flatMap((side) => [...side.exposes.values()]))];
  const program = ts.createProgram({ rootNames: roots, options, host });
  const checker = program.getTypeChecker();

  function placeOf(node: ts.Node): Place {
    const file = node.getSourceFile();
    const at = file.getLineAndCharacterOfPosition(node.getStart(file));
    const side = sideOf(file.fileName);
    const name = side ? relative(side.root, file.fileName).split(sep).join("/") : packageFile(file.fileName);
    return { file: name, line: at.line + 1, column: at.character + 1, text: oneLine(node.getText(file)) };
  }

  const key = (node: ts.Node) => `${node.getSourceFile().fileName}:${node.getStart()}`;
  return {
    checker,
    program,
    isLocal: (node) => sideOf(node.getSourceFile().fileName) !== undefined,
    isLibrary: (node) => program.isSourceFileDefaultLibrary(node.getSourceFile()),
    isNominal: (node) => nominal.has(key(node)),
    isProtected: (node) => guarded.has(key(node)),
    unresolved,
    place: placeOf,
  };
}

/** The part of a path after the last `node_modules`. */
export function packageFile(path: string): string {
  return path.split("/node_modules/").at(-1) ?? path;
}

/** Name of the package a file belongs to. */
export function packageOf(path: string): string | undefined {
  if (!path.includes("/node_modules/")) return undefined;
  const [scope = "", name = ""] = packageFile(path).split("/");
  const found = scope.startsWith("@") ? `${scope}/${name}` : scope;
  // DefinitelyTyped's `scope__name` is `@scope/name`; its types are the package's.
  const bare = found.startsWith("@types/") ? found.slice("@types/".length) : found;
  return bare.includes("__") ? `@${bare.replace("__", "/")}` : bare;
}

/** Styles and pictures have no types that a consumer could see. */
function isAsset(specifier: string): boolean {
  return /\.(css|scss|sass|less|styl|svg|png|jpe?g|gif|webp|avif|woff2?)(\?.*)?$/.test(specifier);
}

const MAX_TEXT = 240;

function oneLine(text: string): string {
  const line = text
    .replaceAll(/\/\*[\s\S]*?\*\//g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return line.length > MAX_TEXT ? `${line.slice(0, MAX_TEXT)}…` : line;
}

/**
 * The same text with private members blanked out and `protected` taken away: two versions of a class would otherwise never
 * fit each other, and what is private is nobody's business. Places stay as they are.
 */
function erasePrivate(file: ts.SourceFile, nominal: Set<string>, guarded: Set<string>): string {
  const text = file.text;
  const blanks: [number, number][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node)) {
      for (const member of node.members) {
        const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
        const isPrivate =
          modifiers.some((one) => one.kind === ts.SyntaxKind.PrivateKeyword) ||
          (member.name && ts.isPrivateIdentifier(member.name));
        const shield = modifiers.find((one) => one.kind === ts.SyntaxKind.ProtectedKeyword);
        if (isPrivate || shield) {
          if (!ts.isConstructorDeclaration(member)) nominal.add(`${file.fileName}:${node.getStart(file)}`);
        }
        if (isPrivate && !ts.isConstructorDeclaration(member)) blanks.push([member.getStart(file), member.end]);
        else if (shield && !ts.isConstructorDeclaration(member)) {
          blanks.push([shield.getStart(file), shield.end]);
          guarded.add(`${file.fileName}:${startWithout(member, shield, file)}`);
        }
        if (ts.isConstructorDeclaration(member)) {
          for (const parameter of member.parameters) {
            const hidden = ts.getModifiers(parameter)?.find((one) => one.kind === ts.SyntaxKind.PrivateKeyword);
            if (hidden) {
              nominal.add(`${file.fileName}:${node.getStart(file)}`);
              blanks.push([hidden.getStart(file), hidden.end]);
            }
          }
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  let erased = text;
  for (const [start, end] of blanks) {
    erased = erased.slice(0, start) + erased.slice(start, end).replaceAll(/[^\r\n]/g, " ") + erased.slice(end);
  }
  return erased;
}

/** Where a member starts once one of its modifiers is gone. */
function startWithout(member: ts.ClassElement, modifier: ts.Node, file: ts.SourceFile): number {
  const start = member.getStart(file);
  if (start !== modifier.getStart(file)) return start;
  const rest = file.text.slice(modifier.end, member.end);
  return modifier.end + (rest.length - rest.trimStart().length);
}

/** A path below a folder, or undefined. */
export function below(folder: string, path: string): string | undefined {
  const found = relative(folder, path);
  return found === "" || found.startsWith("..") || isAbsolute(found) ? undefined : found.split(sep).join("/");
}
