import type { Change, Place } from "./change.js";
import { localFiles } from "./local-files.js";
import type { Surfaces } from "./program.js";
import { augmentationAdded } from "./rules/export-added.js";
import { augmentationRemoved } from "./rules/export-removed.js";
import { augmentationChanged } from "./rules/unclassified.js";
import type { Side } from "./side.js";

import ts = require("typescript");

/** `declare global` and `declare module`: what modules add to the names of everybody, or to another package's. */
export function compareAugmentations(surfaces: Surfaces, old: Side, now: Side): Change[] {
  const [before, after] = [augmentationsOf(surfaces, old), augmentationsOf(surfaces, now)];
  if (JSON.stringify([...before.keys()].sort()) === JSON.stringify([...after.keys()].sort())) return [];
  const gone = [...before].find(([text]) => !after.has(text))?.[1] ?? null;
  const come = [...after].find(([text]) => !before.has(text))?.[1] ?? null;
  const text = [...before.keys()].find((one) => !after.has(one)) ?? [...after.keys()].find((one) => !before.has(one));
  const path = /^declare (?:module )?("[^"]*"|global)/.exec(text ?? "")?.[1] ?? "global";
  const verdict = gone === null ? augmentationAdded() : come === null ? augmentationRemoved() : augmentationChanged();
  return [{ ...verdict, export: path, old: gone, new: come }];
}

/** Text without comments → place: a member of an interface for itself, and every other declaration as a whole. */
function augmentationsOf(surfaces: Surfaces, side: Side): Map<string, Place> {
  const printer = ts.createPrinter({ removeComments: true });
  const found = new Map<string, Place>();
  for (const file of localFiles(surfaces, side).keys()) {
    for (const statement of file.statements) {
      if (!ts.isModuleDeclaration(statement) || (ts.isIdentifier(statement.name) && !isGlobal(statement))) continue;
      const head = isGlobal(statement) ? "declare global" : `declare module "${statement.name.text}"`;
      const body = statement.body && ts.isModuleBlock(statement.body) ? statement.body.statements : [];
      const print = (node: ts.Node) => printer.printNode(ts.EmitHint.Unspecified, node, file);
      for (const one of body) {
        if (!ts.isInterfaceDeclaration(one)) {
          found.set(`${head} ${print(one)}`, surfaces.place(one));
          continue;
        }
        const heritage = [...(one.typeParameters ?? []), ...(one.heritageClauses ?? [])].map(print).join(" ");
        const name = `${head} interface ${one.name.text} ${heritage}`;
        found.set(name, surfaces.place(one));
        for (const member of one.members) found.set(`${name} ${print(member)}`, surfaces.place(member));
      }
    }
  }
  return found;
}

function isGlobal(node: ts.ModuleDeclaration): boolean {
  return (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
}
