import { dirname, join, relative, sep } from "node:path";

import ts = require("typescript");

import { readSource } from "./read-source.js";

/**
 * Declarations that are no module by themselves: a script that says `declare module "date-fns/add" { … }` for each module.
 * Two versions of it in one program would merge into one, so each module becomes a file of its own, every declaration on
 * its line.
 */
export interface Typings {
  /** Name of a module → absolute path of the file that stands for it. */
  modules: ReadonlyMap<string, string>;
  /** Path → text of these files, and of those for the modules and global names that they use. */
  filesOf(paths: readonly string[]): Map<string, string>;
  /** Everything that was read, for comparing scripts that declare no such module. */
  text: string;
}

/** Whether a declaration file is a module by itself. */
export function isModule(path: string): boolean {
  return ts.isExternalModule(parse(path, readSource(path)));
}

/** Reads a script and what it refers to. */
export function readTypings(entry: string): Typings | { problem: string } {
  const scripts = scriptsOf(entry);
  const modules = new Map<string, string>();
  const globals = new Map<string, string>();
  for (const script of scripts) {
    const path = globalsOf(script);
    for (const name of script.statements.flatMap(namesOf)) {
      const other = globals.get(name);
      if (other !== undefined && other !== path) return { problem: `several files declare the global name ${name}` };
      globals.set(name, path);
    }
    for (const { name } of script.statements.flatMap(namedModule)) {
      const path = `${script.fileName}#${fileName(name.text)}.d.ts`;
      const other = modules.get(name.text);
      if (other !== undefined && other !== path) return { problem: `several files declare "${name.text}"` };
      modules.set(name.text, path);
    }
  }
  const parts = new Map<string, { script: ts.SourceFile; keep: readonly ts.Statement[] }>();
  for (const script of scripts) {
    parts.set(globalsOf(script), { script, keep: script.statements.filter((one) => namedModule(one).length === 0) });
    for (const { name, body } of script.statements.flatMap(namedModule)) {
      const path = modules.get(name.text) ?? "";
      // A module may be declared in several pieces.
      parts.set(path, { script, keep: [...(parts.get(path)?.keep ?? []), ...body.statements] });
    }
  }
  const filesOf = (paths: readonly string[]) => {
    const files = new Map<string, string>();
    for (let todo = [...paths]; todo.length > 0; ) {
      const path = todo.pop() ?? "";
      const part = parts.get(path);
      if (!part || files.has(path)) continue;
      const { text, uses } = moduleText({ path, ...part, modules, globals });
      files.set(path, text);
      todo = [...todo, ...uses];
    }
    return files;
  };
  return { modules, filesOf, text: scripts.map((one) => one.text).join("\n") };
}

function globalsOf(script: ts.SourceFile): string {
  return `${script.fileName}#globals.d.ts`;
}

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
}

/** A script and the scripts that it refers to by path. */
function scriptsOf(entry: string): ts.SourceFile[] {
  const found = new Map<string, ts.SourceFile>();
  const visit = (path: string): void => {
    if (found.has(path) || !ts.sys.fileExists(path)) return;
    const file = parse(path, readSource(path));
    if (ts.isExternalModule(file)) return;
    found.set(path, file);
    for (const { fileName } of file.referencedFiles) visit(join(dirname(path), fileName));
  };
  visit(entry);
  return [...found.values()];
}

/** `declare module "x" { … }` */
function namedModule(statement: ts.Statement): { name: ts.StringLiteral; body: ts.ModuleBlock }[] {
  if (!ts.isModuleDeclaration(statement) || !ts.isStringLiteral(statement.name)) return [];
  const { name, body } = statement;
  return body && ts.isModuleBlock(body) ? [{ name, body }] : [];
}

/** The names that a statement declares. */
function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  }
  const { name } = statement as ts.Statement & { name?: ts.Node };
  return name && ts.isIdentifier(name) ? [name.text] : [];
}

type Line = ts.LineAndCharacter;

interface Part {
  path: string;
  script: ts.SourceFile;
  /** What stays of the script's text; of the rest only the lines do. */
  keep: readonly ts.Statement[];
  modules: ReadonlyMap<string, string>;
  globals: ReadonlyMap<string, string>;
}

/** A part of a script as a module, in which other parts have become files beside it. */
function moduleText({ path, script, keep, modules, globals }: Part): { text: string; uses: Set<string> } {
  const { text } = script;
  const uses = new Set<string>();
  const blank = (from: number, to: number) => {
    const [start, end] = [from, to].map((at) => script.getLineAndCharacterOfPosition(at)) as [Line, Line];
    const lines = end.line - start.line;
    return "\n".repeat(lines) + " ".repeat(lines > 0 ? end.character : to - from);
  };
  const beside = (to: string) => {
    const way = relative(dirname(path), to)
      .split(sep)
      .join("/")
      .replace(/\.d\.ts$/, ".js");
    return way.startsWith(".") ? way : `./${way}`;
  };
  let out = "";
  let done = 0;
  const mentioned = new Set<string>();
  for (const node of keep) {
    const start = node.getStart(script);
    out += blank(done, start);
    done = start;
    const visit = (inner: ts.Node): void => {
      if (ts.isIdentifier(inner)) mentioned.add(inner.text);
      const to = ts.isStringLiteral(inner) ? modules.get(inner.text) : undefined;
      if (to !== undefined && isSpecifier(inner, script)) {
        uses.add(to);
        out += `${text.slice(done, inner.getStart(script))}"${beside(to)}"`;
        done = inner.end;
      }
      ts.forEachChild(inner, visit);
    };
    visit(node);
    out += text.slice(done, node.end);
    done = node.end;
  }
  const declared = new Set(keep.flatMap((one) => [...namesOf(one), ...importedBy(one)]));
  const wanted = [...mentioned].filter((name) => !declared.has(name)).sort();
  const imports = wanted.flatMap((name) => {
    const from = globals.get(name);
    if (from === undefined || from === path) return [];
    uses.add(from);
    return [`import { ${name} } from "${beside(from)}";`];
  });
  // Only an import or export makes it a module, and only one without exports leaves everything exported.
  const itself = `import {} from "${beside(path)}";`;
  return { text: `${out}\n${[itself, ...imports].join("\n")}\n`, uses };
}

/** Whether a string is what a statement or a type imports: those follow `from`, `import`, `require` or `import(`. */
function isSpecifier(node: ts.Node, script: ts.SourceFile): boolean {
  return /(?:\bfrom|\bimport|\bimport\s*\(|\brequire\s*\()\s*$/.test(
    script.text.slice(node.pos - 16, node.getStart(script)),
  );
}

function importedBy(statement: ts.Statement): string[] {
  if (ts.isImportEqualsDeclaration(statement)) return [statement.name.text];
  if (!ts.isImportDeclaration(statement)) return [];
  const { name, namedBindings } = statement.importClause ?? {};
  const others = !namedBindings
    ? []
    : ts.isNamespaceImport(namedBindings)
      ? [namedBindings.name.text]
      : namedBindings.elements.map((one) => one.name.text);
  return [...(name ? [name.text] : []), ...others];
}

/** The name of a module as a part of a path. */
function fileName(name: string): string {
  return name.replaceAll(/[^\w@./-]/g, "_").replaceAll("..", "_");
}
