import type { Surfaces } from "./program.js";
import type { Side } from "./side.js";

import ts = require("typescript");

/** The local modules that the exposes reach, those of the exposes by the names of these. */
export function localFiles(
  { program, checker, isLocal }: Surfaces,
  { exposes, root }: Side,
): Map<ts.SourceFile, string> {
  const found = new Map<ts.SourceFile, string>();
  const visit = (file: ts.SourceFile, name: string): void => {
    if (found.has(file) || !isLocal(file)) return;
    found.set(file, name);
    const inside = (node: ts.Node): void => {
      if (ts.isStringLiteral(node)) {
        const target = checker.getSymbolAtLocation(node)?.declarations?.find(ts.isSourceFile);
        if (target) visit(target, target.fileName.slice(root.length));
      }
      ts.forEachChild(node, inside);
    };
    inside(file);
  };
  for (const [key, path] of exposes) {
    const file = program.getSourceFile(path);
    if (file) visit(file, key);
  }
  return found;
}
