import ts = require("typescript");

import { mappedTo } from "./typescript-internals.js";

const known = new WeakMap<ts.Type, number>();

/**
 * How much is written where a type is written out, with all its arguments. Of finitely many declarations there are finitely many
 * types of one size: a type that contains itself without end contains larger and larger ones.
 */
export function sizeOf(type: ts.Type, checker: ts.TypeChecker): number {
  const open = new Set<ts.Type>();
  let isCircular = false;

  function visit(one: ts.Type): number {
    const size = known.get(one);
    if (size !== undefined) return size;
    // A type whose argument is the type itself.
    if (open.has(one)) {
      isCircular = true;
      return 1;
    }
    open.add(one);
    const sum = measure(one);
    open.delete(one);
    if (!isCircular || open.size === 0) known.set(one, sum);
    return sum;
  }

  function measure(one: ts.Type): number {
    if (one.flags & ts.TypeFlags.StringLiteral) return 1 + (one as ts.StringLiteralType).value.length;
    return 1 + partsOf(one, checker).reduce((sum, part) => sum + visit(part), 0);
  }

  return visit(type);
}

/** The types from which a type is put together. */
function partsOf(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  if (type.isUnionOrIntersection()) return type.types;
  if (type.flags & ts.TypeFlags.TemplateLiteral) return (type as ts.TemplateLiteralType).types;
  if (type.flags & ts.TypeFlags.StringMapping) return [(type as ts.StringMappingType).type];
  if (type.flags & ts.TypeFlags.Index) return [(type as ts.IndexType).type];
  if (type.flags & ts.TypeFlags.IndexedAccess) {
    const { objectType, indexType } = type as ts.IndexedAccessType;
    return [objectType, indexType];
  }
  const isReference =
    type.flags & ts.TypeFlags.Object && (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference;
  if (isReference) return checker.getTypeArguments(type as ts.TypeReference).filter((arg) => arg !== type);
  return mappedTo(type) ?? type.aliasTypeArguments ?? [];
}
