import type { Diagnostic } from "@fedseal/binding";

import ts = require("typescript");

import { diagnostic } from "../../diagnostics.js";
import { read } from "../compare/program.js";
import type { Contract } from "../contract.js";
import { belongsTo } from "../remotes.js";
import { joined, sideOf } from "../side-of.js";
import { INTERFACES } from "./generate.js";

/**
 * Whether a remote's exposes have the shapes that the platform declared: the members of `interface Satisfied` in
 * `interfaces.d.ts`, by what a shell imports (`"shop/Widget": WidgetExpose`).
 */
export function unsatisfied(contract: Contract, interfaces: string | undefined, packages: string): Diagnostic[] {
  if (interfaces === undefined) return [];
  const side = sideOf(contract, "new", packages);
  const path = `${side.root}/${INTERFACES}`;
  const files = new Map([...side.files, [path, interfaces]]);
  const surfaces = read([{ ...side, files, exposes: new Map([...side.exposes, [INTERFACES, path]]) }], {});
  const { checker, program } = surfaces;
  const found: Diagnostic[] = [];
  for (const { specifier, place } of surfaces.unresolved) {
    const message = `\`${specifier}\` cannot be resolved, so its types are unknown`;
    found.push(diagnostic("contract/unresolved-import", message, { file: place.file, line: place.line }));
  }
  const moduleOf = (file: string | undefined) => {
    const source = file === undefined ? undefined : program.getSourceFile(file);
    return source && checker.getSymbolAtLocation(source);
  };
  const wishes = moduleOf(path)?.exports?.get(ts.escapeLeadingUnderscores("Satisfied"));
  if (!wishes) return found;
  for (const wish of checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(wishes))) {
    const entry = Object.keys(contract.exposes).find((key) => joined(contract.remote, key) === wish.name);
    if (!belongsTo(wish.name, contract.remote)) continue;
    const wanted = checker.getTypeOfSymbol(wish);
    const location = { file: INTERFACES, line: lineOf(wish) };
    const module = entry === undefined ? undefined : moduleOf(side.exposes.get(entry));
    if (!module) {
      const message = `${wish.name} has to satisfy ${checker.typeToString(wanted)}, but is not exposed`;
      found.push(diagnostic("contract/does-not-satisfy", message, location));
      continue;
    }
    const given = checker.getTypeOfSymbol(module);
    if (checker.isTypeAssignableTo(given, wanted)) continue;
    const lacking = checker
      .getPropertiesOfType(wanted)
      .filter((one) => {
        const other = checker.getPropertyOfType(given, one.name);
        return !other || !checker.isTypeAssignableTo(checker.getTypeOfSymbol(other), checker.getTypeOfSymbol(one));
      })
      .map((one) => `${one.name}: ${checker.typeToString(checker.getTypeOfSymbol(one))}`);
    const message = `${wish.name} does not satisfy ${checker.typeToString(wanted)}: missing or different: ${lacking.join("; ")}`;
    found.push(diagnostic("contract/does-not-satisfy", message, location));
  }
  return found;
}

function lineOf(symbol: ts.Symbol): number {
  const node = symbol.declarations?.[0];
  return node ? node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1 : 1;
}
