import ts = require("typescript");

import type { Surfaces } from "./program.js";
import { namedOf } from "./type-names.js";

/** The symbols of the surface by which the members of a type are known: that of its alias, and its own. */
export function ownersOf(type: ts.Type, surfaces: Surfaces): ts.Symbol[] {
  const named = namedOf(type, surfaces);
  if (named && named.package !== undefined) return [];
  const symbols = [...new Set([named?.symbol, type.symbol])];
  return symbols.filter((symbol) => symbol?.declarations?.some(surfaces.isLocal) === true) as ts.Symbol[];
}

/** Whether a type mentions one of the surface. */
export function mentionsLocal(type: ts.Type, surfaces: Surfaces, seen = new Set<ts.Type>()): boolean {
  if (seen.has(type)) return false;
  seen.add(type);
  const named = namedOf(type, surfaces);
  if (named?.package === undefined && named) return true;
  if (named) return named.args.some((arg) => mentionsLocal(arg, surfaces, seen));
  if (type.isUnionOrIntersection()) return type.types.some((part) => mentionsLocal(part, surfaces, seen));
  return type.symbol?.declarations?.some(surfaces.isLocal) ?? (type.flags & ts.TypeFlags.Object) !== 0;
}
