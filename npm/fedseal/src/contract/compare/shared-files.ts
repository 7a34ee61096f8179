import ts = require("typescript");

/** How many characters of declarations are kept. */
const MOST = 30_000_000;

/** Declarations of the language and of packages, by path: the same in every program as long as their text is. */
const files = new Map<string, { file: ts.SourceFile; language: string }>();
let size = 0;

/** A file that no side owns, parsed and bound once in this process. All programs have the same options for it. */
export function sharedFile(
  path: string,
  text: string,
  given: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile {
  // Only the comments of the sides count. The binder sets the parents of nodes.
  const how = {
    ...(typeof given === "object" ? given : { languageVersion: given }),
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  // Whether it is a module of Node may change with the package.json above it.
  const language = `${how.languageVersion} ${how.impliedNodeFormat}`;
  const known = files.get(path);
  if (known?.file.text === text && known.language === language) return known.file;
  const file = ts.createSourceFile(path, text, how);
  if (size + text.length > MOST) {
    files.clear();
    size = 0;
  }
  size += text.length - (files.get(path)?.file.text.length ?? 0);
  files.set(path, { file, language });
  return file;
}

/** What the language declares, which nobody changes meanwhile, if it was read before. */
export function libraryFile(path: string): ts.SourceFile | undefined {
  return files.get(path)?.file;
}
