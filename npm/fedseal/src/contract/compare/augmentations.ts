import type { Change, Place } from "./change.js";
import { localFiles } from "./local-files.js";
import type { Surfaces } from "./program.js";
import { augmentationChanged } from "./rules/unclassified.js";
import type { Side } from "./side.js";

import ts = require("typescript");

/** `declare global` and `declare module`: what modules add to the names of everybody, or to another package's. */
export function compareAugmentations(surfaces: Surfaces, old: Side, now: Side): Change[] {
  const [before, after] = [augmentationsOf(surfaces, old), augmentationsOf(surfaces, now)];
  if (JSON.stringify([...before.keys()].sort()) === JSON.stringify([...after.keys()].sort())) return [];
  const gone = [...before].find(([text]) => !after.has(text))?.[1] ?? null;
  const come = [...after].find(([text]) => !before.has(text))?.[1] ?? null;
  const path = /^declare (?:module )?("[^"]*"|global)/.exec((gone ?? come)?.text ?? "")?.[1] ?? "global";
  return [{ ...augmentationChanged(), export: path, old: gone, new: come }];
}

/** Text without comments → place. */
function augmentationsOf(surfaces: Surfaces, side: Side): Map<string, Place> {
  const printer = ts.createPrinter({ removeComments: true });
  const found = new Map<string, Place>();
  for (const file of localFiles(surfaces, side).keys()) {
    for (const statement of file.statements) {
      if (!ts.isModuleDeclaration(statement) || (ts.isIdentifier(statement.name) && !isGlobal(statement))) continue;
      const text = printer.printNode(ts.EmitHint.Unspecified, statement, file);
      found.set(text, surfaces.place(statement));
    }
  }
  return found;
}

function isGlobal(node: ts.ModuleDeclaration): boolean {
  return (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
}
