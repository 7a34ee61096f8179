import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const ts = createRequire(join(root, "package.json"))("typescript");

const OPTIONS = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  lib: ["lib.esnext.d.ts"],
  types: [],
  libReplacement: false,
};

/** The browser's names that packages mention. Its whole library would take longer than everything else. */
const BROWSER = ["Blob", "File", "FormData", "Headers", "Request", "Response", "URL", "URLSearchParams", "AbortSignal"];
const BROWSER_PATH = "/fuzz/browser.d.ts";
const BROWSER_TEXT = BROWSER.map(
  (name) => `interface ${name} { readonly own${name}: string }\ndeclare var ${name}: new () => ${name};\n`,
).join("");

const host = ts.createCompilerHost(OPTIONS, true);
/** Libraries and packages are read once; every program has the same options. */
const known = new Map();
const resolutions = ts.createModuleResolutionCache(root, (path) => path, OPTIONS);

/**
 * A program over texts that are not on disk, below `/fuzz`. Packages are found from the repository.
 * @param {ReadonlyMap<string, string>} surfaces
 */
export function programOf(surfaces, options = {}) {
  const texts = new Map([...surfaces, [BROWSER_PATH, BROWSER_TEXT]]);
  const own = new Map();
  const all = { ...OPTIONS, ...options };
  return ts.createProgram({
    rootNames: [...texts.keys()],
    options: all,
    host: {
      ...host,
      fileExists: (path) => texts.has(path) || host.fileExists(path),
      readFile: (path) => texts.get(path) ?? host.readFile(path),
      getCurrentDirectory: () => "/fuzz",
      directoryExists: () => true,
      getModuleResolutionCache: () => resolutions,
      getSourceFile(path, language) {
        const cache = texts.has(path) ? own : known;
        if (!cache.has(path)) {
          const text = texts.get(path) ?? host.readFile(path);
          cache.set(path, text === undefined ? undefined : ts.createSourceFile(path, text, language, true));
        }
        return cache.get(path);
      },
      resolveModuleNameLiterals: (literals, containing) =>
        literals.map(({ text }) => {
          const from = texts.has(containing) && !text.startsWith(".") ? join(root, "fuzz.ts") : containing;
          const wanted = join(dirname(containing), `${text}.d.ts`);
          if (texts.has(wanted)) return { resolvedModule: { resolvedFileName: wanted, extension: ".d.ts" } };
          return ts.resolveModuleName(text, from, all, host, resolutions);
        }),
    },
  });
}

/** One surface as a program of its own. */
export class Surface {
  constructor(text) {
    this.text = text;
    this.path = "/fuzz/base/surface.d.ts";
    this.program = programOf(new Map([[this.path, text]]));
    this.checker = this.program.getTypeChecker();
    this.file = this.program.getSourceFile(this.path);
  }

  /** What the compiler says about the declarations themselves. */
  errors() {
    const { program, file } = this;
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(messageOf);
  }

  /** Exported name → symbol of what is declared. */
  exports() {
    const { checker, file } = this;
    const module = checker.getSymbolAtLocation(file);
    const found = new Map();
    for (const symbol of module ? checker.getExportsOfModule(module) : []) {
      found.set(symbol.name, symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
    }
    return found;
  }
}

export function messageOf(diagnostic) {
  return `TS${diagnostic.code} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")}`;
}

/** Every node of a tree, outermost first. */
export function* nodesOf(node) {
  yield node;
  const children = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) yield* nodesOf(child);
}

/** What the type names in a node stand for. */
export function mentionedIn(root, checker) {
  return [...nodesOf(root)]
    .filter((node) => ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node))
    .map((node) => checker.getSymbolAtLocation(node.typeName ?? node.expression))
    .filter((symbol) => symbol !== undefined);
}

/** Texts in place of ranges; the ranges do not overlap. */
export function applyEdits(text, edits) {
  const sorted = [...edits].sort((one, other) => other.start - one.start || other.end - one.end);
  let result = text;
  let last = text.length + 1;
  for (const { start, end, text: by } of sorted) {
    if (end > last) return undefined;
    result = result.slice(0, start) + by + result.slice(end);
    last = start;
  }
  return result;
}
