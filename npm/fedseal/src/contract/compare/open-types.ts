import ts = require("typescript");

import { Growth } from "./growth.js";
import { isGenericMapped, isReference } from "./type-kinds.js";
import { isThisType } from "./typescript-internals.js";

/** Whether a type contains a type parameter, so that it means different things where it is used. */
export function isOpen(type: ts.Type, checker: ts.TypeChecker): boolean {
  const seen = new Set<ts.Type>();
  const growth = new Growth(checker);

  function visit(one: ts.Type): boolean {
    if (one.flags & ts.TypeFlags.TypeParameter) return !isThisType(one);
    if (seen.has(one)) return false;
    seen.add(one);
    if (one.isUnionOrIntersection()) return one.types.some(visit);
    if (one.flags & ts.TypeFlags.Index) return visit((one as ts.IndexType).type);
    if (one.flags & ts.TypeFlags.IndexedAccess) {
      const access = one as ts.IndexedAccessType;
      return visit(access.objectType) || visit(access.indexType);
    }
    if (one.flags & (ts.TypeFlags.Conditional | ts.TypeFlags.Substitution)) return true;
    if (one.flags & ts.TypeFlags.TemplateLiteral) return (one as ts.TemplateLiteralType).types.some(visit);
    if (one.flags & ts.TypeFlags.StringMapping) return visit((one as ts.StringMappingType).type);
    return (one.flags & ts.TypeFlags.Object) !== 0 && growth.within([one], false, () => visitObject(one));
  }

  function visitObject(one: ts.Type): boolean {
    // A declaration refers to itself by its own parameters.
    if (isReference(one)) return checker.getTypeArguments(one).some((arg) => arg !== one && visit(arg));
    if (one.isClassOrInterface()) return (one.typeParameters?.length ?? 0) > 0;
    // The body of an alias mentions nothing but its parameters.
    if (one.aliasSymbol) return one.aliasTypeArguments?.some(visit) ?? false;
    if (isGenericMapped(one)) return true;
    return (
      [ts.SignatureKind.Call, ts.SignatureKind.Construct].some((kind) =>
        checker.getSignaturesOfType(one, kind).some(visitSignature),
      ) ||
      checker.getPropertiesOfType(one).some((property) => visit(checker.getTypeOfSymbol(property))) ||
      checker.getIndexInfosOfType(one).some((info) => visit(info.type))
    );
  }

  function visitSignature(signature: ts.Signature): boolean {
    // Its own parameters are bound by it, but two signatures have two of each.
    if (signature.typeParameters?.length) return true;
    return (
      signature.parameters.some((parameter) => visit(checker.getTypeOfSymbol(parameter))) ||
      visit(signature.getReturnType())
    );
  }

  return visit(type);
}
