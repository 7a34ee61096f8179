import { dirname, isAbsolute, join, relative, sep } from "node:path";

import ts = require("typescript");

import type { Place } from "./change.js";
import { BROWSER, LANGUAGE, namesBrowser } from "./dom.js";
import { erasePrivate } from "./erase-private.js";
import { packageFile } from "./package-of.js";
import { libraryFile, sharedFile } from "./shared-files.js";
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
  /** The text of a module with its private members. */
  textOf(file: ts.SourceFile): string;
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
  allowArbitraryExtensions: true,
  resolveJsonModule: true,
  noEmit: true,
  // No project replaces the declarations of the language here: not even looked for.
  libReplacement: false,
  // Only the diagnostics of local modules are ever asked for.
  skipLibCheck: false,
};

const LIBRARY_FOLDER = dirname(ts.getDefaultLibFilePath(OPTIONS));

/** The namespace that React 19 no longer declares globally, as React's own. */
const JSX_FILE = "/.fedseal-contract/jsx.d.ts";
const JSX_TEXT = `import type { JSX as Own } from "react";
declare global {
  namespace JSX {
    type Element = Own.Element;
    type ElementType = Own.ElementType;
    type ElementClass = Own.ElementClass;
    type IntrinsicAttributes = Own.IntrinsicAttributes;
    type IntrinsicElements = Own.IntrinsicElements;
    type LibraryManagedAttributes<C, P> = Own.LibraryManagedAttributes<C, P>;
  }
}
`;

export interface ReadOptions {
  /** Also loads the `@types` packages that the projects have, for global names. */
  ambient?: boolean;
  /** Declares the namespace `JSX` globally, as React's own. */
  jsx?: boolean;
}

/** Reads sides into one program. */
export function read(sides: readonly Side[], { ambient = false, jsx = false }: ReadOptions): Surfaces {
  const texts = new Map<string, string>(sides.flatMap((side) => [...side.files]));
  if (jsx) texts.set(JSX_FILE, JSX_TEXT);
  const nominal = new Set<string>();
  const guarded = new Set<string>();
  const originals = new Map<string, string>();
  const unresolved: Surfaces["unresolved"] = [];
  const sideOf = (path: string) =>
    sides.find(({ root }) => path.startsWith(`${root}/`) && !path.slice(root.length).includes("/node_modules/"));

  const options: ts.CompilerOptions = ambient
    ? { ...OPTIONS, typeRoots: sides.map((side) => join(side.packages, "node_modules/@types")) }
    : { ...OPTIONS, types: [] };
  const base = ts.createCompilerHost(options, true);
  const cache = new Map<string, ts.SourceFile | undefined>();
  const resolutions = ts.createModuleResolutionCache(base.getCurrentDirectory(), base.getCanonicalFileName, options);
  const host: ts.CompilerHost = {
    ...base,
    fileExists: (path) => texts.has(path) || base.fileExists(path),
    readFile: (path) => texts.get(path) ?? base.readFile(path),
    directoryExists: (path) =>
      [...texts.keys()].some((key) => key.startsWith(`${path}/`)) || ts.sys.directoryExists(path),
    getCurrentDirectory: () => sides[0]?.packages ?? "/",
    getModuleResolutionCache: () => resolutions,
    getSourceFile(path, languageVersion) {
      if (cache.has(path)) return cache.get(path);
      const known = path.startsWith(LIBRARY_FOLDER) ? libraryFile(path) : undefined;
      if (known) return known;
      const text = host.readFile(path);
      let file: ts.SourceFile | undefined;
      if (text !== undefined && sideOf(path) === undefined) file = sharedFile(path, text, languageVersion);
      else if (text !== undefined) {
        file = ts.createSourceFile(path, text, languageVersion, true);
        const erased = erasePrivate(file, nominal, guarded);
        originals.set(path, text);
        if (erased !== text) file = ts.createSourceFile(path, erased, languageVersion, true);
      }
      cache.set(path, file);
      return file;
    },
    resolveModuleNameLiterals(literals, containing, _redirected, compilerOptions, file) {
      const side = sideOf(containing);
      return literals.map((literal) => {
        const name = literal.text;
        const home = side ?? (containing === JSX_FILE ? sides[0] : undefined);
        const from =
          home && texts.has(containing) && !name.startsWith(".") ? join(home.packages, "stub.d.ts") : containing;
        const own = side && ownEntry(side, name);
        if (own !== undefined) return { resolvedModule: resolved(own) };
        const mode = ts.getModeForUsageLocation(file, literal, compilerOptions);
        const found = ts.resolveModuleName(name, from, compilerOptions, host, resolutions, undefined, mode);
        if (side && !found.resolvedModule && !isAsset(name)) {
          unresolved.push({ file: containing, specifier: name, place: placeOf(literal) });
        }
        return found;
      });
    },
  };
  const rootNames = [...new Set(sides.flatMap((side) => [...side.exposes.values()])), ...(jsx ? [JSX_FILE] : [])];
  const create = (lib: string[]) => {
    unresolved.length = 0;
    return ts.createProgram({ rootNames, options: { ...options, lib }, host });
  };
  let program = create(ambient ? BROWSER : LANGUAGE);
  if (!ambient && namesBrowser(program, LIBRARY_FOLDER)) program = create(BROWSER);
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
    textOf: (file) => originals.get(file.fileName) ?? file.text,
    unresolved,
    place: placeOf,
  };
}

/** The module of a package that another one of it imports by the package's name. */
function ownEntry({ self, exposes }: Side, specifier: string): string | undefined {
  if (self === undefined) return undefined;
  if (specifier === self) return exposes.get(".");
  return specifier.startsWith(`${self}/`) ? exposes.get(`.${specifier.slice(self.length)}`) : undefined;
}

function resolved(path: string): ts.ResolvedModuleFull {
  const extension = /\.d\.[cm]?ts$/.exec(path)?.[0] ?? ts.Extension.Dts;
  return { resolvedFileName: path, extension, isExternalLibraryImport: false };
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

/** A path below a folder, or undefined. */
export function below(folder: string, path: string): string | undefined {
  const found = relative(folder, path);
  return found === "" || found.startsWith("..") || isAbsolute(found) ? undefined : found.split(sep).join("/");
}
