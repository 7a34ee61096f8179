import ts = require("typescript");

import type { Equality } from "./equality.js";
import { keepsModifiers, mappedOf } from "./mapped.js";
import { branchOf } from "./typescript-internals.js";

/** Types that TypeScript resolves only where they are used, part by part. */
export function equalDeferred(equality: Equality, old: ts.Type, now: ts.Type): boolean {
  const { TypeFlags } = ts;
  const both = old.flags & now.flags;
  if (both & TypeFlags.Index) return equality.types((old as ts.IndexType).type, (now as ts.IndexType).type);
  if (both & TypeFlags.IndexedAccess) {
    const [one, other] = [old as ts.IndexedAccessType, now as ts.IndexedAccessType];
    return equality.types(one.objectType, other.objectType) && equality.types(one.indexType, other.indexType);
  }
  if (both & TypeFlags.TemplateLiteral) {
    const [one, other] = [old as ts.TemplateLiteralType, now as ts.TemplateLiteralType];
    return (
      one.texts.join("\0") === other.texts.join("\0") &&
      one.types.length === other.types.length &&
      one.types.every((type, index) => equality.types(type, other.types[index] as ts.Type))
    );
  }
  if (both & TypeFlags.StringMapping) {
    const [one, other] = [old as ts.StringMappingType, now as ts.StringMappingType];
    return one.symbol.name === other.symbol.name && equality.types(one.type, other.type);
  }
  if (both & TypeFlags.Substitution) {
    const [one, other] = [old as ts.SubstitutionType, now as ts.SubstitutionType];
    return equality.types(one.baseType, other.baseType) && equality.types(one.constraint, other.constraint);
  }
  if (both & TypeFlags.Conditional) {
    return equalConditionals(equality, old as ts.ConditionalType, now as ts.ConditionalType);
  }
  return false;
}

function equalConditionals(equality: Equality, old: ts.ConditionalType, now: ts.ConditionalType): boolean {
  const { checker } = equality;
  const [one, other] = [old.root, now.root];
  if (one.isDistributive !== other.isDistributive) return false;
  equality.pairEnclosing(one.node, other.node);
  if (!equality.types(old.checkType, now.checkType)) return false;
  const [infers, inferred] = [one.inferTypeParameters ?? [], other.inferTypeParameters ?? []];
  if (!equality.typeParameters(infers, inferred)) return false;
  return (
    equality.identical(old.extendsType, now.extendsType) &&
    (["trueType", "falseType"] as const).every((branch) =>
      equality.types(branchOf(old, branch, checker), branchOf(now, branch, checker)),
    )
  );
}

/** Mapped types whose keys are known only where they are used. */
export function equalMapped(equality: Equality, old: ts.Type, now: ts.Type): boolean {
  const [one, other] = [mappedOf(old, equality.checker), mappedOf(now, equality.checker)];
  if (!one || !other || one.keepsForm !== other.keepsForm) return false;
  equality.pairKeys(old, one, now, other);
  return (
    one.optional === other.optional &&
    one.readonly === other.readonly &&
    equality.optional(one.over, other.over) &&
    (!keepsModifiers(one) || equality.optional(one.modifiers, other.modifiers)) &&
    equality.optional(one.name, other.name) &&
    equality.optional(one.value, other.value)
  );
}
