import ts from "typescript";
import { flip, join, type Polarity } from "./change.js";
import type { Surfaces } from "./program.js";
import { LIBRARY, namedOf, nameOf } from "./types.js";
import { WRITTEN } from "./walk.js";

/**
 * Who makes values of the named types of a surface, by the signatures they occur in: what a function takes is made by the
 * consumer (input), what it returns by the remote (output). A type in no signature may be made by anybody.
 */
export function polaritiesOf(
  values: readonly ts.Symbol[],
  types: readonly ts.Symbol[],
  surfaces: Surfaces,
  into: Map<string, Polarity>,
): void {
  const { checker } = surfaces;
  const met = new Set<string>();
  const ids = new Map<ts.Type, number>();
  const idOf = (type: ts.Type) => {
    let found = ids.get(type);
    if (found === undefined) {
      found = ids.size;
      ids.set(type, found);
    }
    return found;
  };

  function visit(type: ts.Type, polarity: Polarity, depth: number): void {
    const key = `${idOf(type)}:${polarity}`;
    if (met.has(key) || depth > 40) return;
    met.add(key);
    const named = namedOf(type, surfaces);
    if (named && named.package === undefined) into.set(named.name, join(into.get(named.name), polarity));
    if (named?.package === LIBRARY) {
      const written = WRITTEN.has(named.name);
      for (const [index, one] of named.args.entries()) {
        visit(one, written || (named.name === "ReadonlyMap" && index === 0) ? "both" : polarity, depth + 1);
      }
      return;
    }
    if (named && named.package !== undefined && !named.args.some((one) => mentionsLocal(one, 0))) return;
    if (type.isUnionOrIntersection()) {
      for (const one of type.types) visit(one, polarity, depth + 1);
      return;
    }
    if (type.flags & ts.TypeFlags.Conditional) {
      const conditional = type as ts.ConditionalType;
      visit(conditional.checkType, "both", depth + 1);
      visit(conditional.extendsType, "both", depth + 1);
      for (const node of [conditional.root.node.trueType, conditional.root.node.falseType])
        mentioned(node, polarity, depth + 1);
      return;
    }
    if (type.flags & ts.TypeFlags.TypeParameter) {
      const constraint = (type as ts.TypeParameter).getConstraint();
      if (constraint) visit(constraint, polarity, depth + 1);
      const standard = (type as ts.TypeParameter).getDefault();
      if (standard) visit(standard, "both", depth + 1);
      return;
    }
    if (type.flags & ts.TypeFlags.IndexedAccess) {
      const access = type as ts.IndexedAccessType;
      for (const one of [access.objectType, access.indexType]) visit(one, "both", depth + 1);
      return;
    }
    if (type.flags & ts.TypeFlags.Index) return visit((type as ts.IndexType).type, "both", depth + 1);
    if (!(type.flags & ts.TypeFlags.Object)) return;
    const { declaration } = type as { declaration?: ts.Node };
    if (declaration && ts.isMappedTypeNode(declaration) && declaration.type)
      mentioned(declaration.type, "both", depth + 1);
    for (const kind of [ts.SignatureKind.Call, ts.SignatureKind.Construct]) {
      for (const signature of checker.getSignaturesOfType(type, kind)) {
        for (const parameter of signature.parameters)
          visit(checker.getTypeOfSymbol(parameter), flip(polarity), depth + 1);
        visit(signature.getReturnType(), polarity, depth + 1);
        const proven = checker.getTypePredicateOfSignature(signature)?.type;
        if (proven) visit(proven, polarity, depth + 1);
        for (const one of signature.typeParameters ?? []) visit(one, "both", depth + 1);
      }
    }
    for (const property of checker.getPropertiesOfType(type))
      visit(checker.getTypeOfSymbol(property), polarity, depth + 1);
    for (const info of checker.getIndexInfosOfType(type)) visit(info.type, polarity, depth + 1);
    for (const base of type.isClassOrInterface() ? (checker.getBaseTypes(type) ?? []) : [])
      visit(base, polarity, depth + 1);
  }

  /** The types that a type node names. */
  function mentioned(node: ts.Node, polarity: Polarity, depth: number): void {
    if (ts.isTypeNode(node)) visit(checker.getTypeFromTypeNode(node), polarity, depth);
    ts.forEachChild(node, (child) => mentioned(child, polarity, depth));
  }

  function mentionsLocal(type: ts.Type, depth: number): boolean {
    if (depth > 8) return true;
    const named = namedOf(type, surfaces);
    if (named) return named.package === undefined || named.args.some((one) => mentionsLocal(one, depth + 1));
    if (type.isUnionOrIntersection()) return type.types.some((one) => mentionsLocal(one, depth + 1));
    return type.symbol?.declarations?.some(surfaces.isLocal) ?? false;
  }

  for (const symbol of values) visit(checker.getTypeOfSymbol(symbol), "output", 0);
  for (const symbol of types) {
    // What no signature mentions may be made by anybody, and so may what it mentions.
    if (!into.has(nameOf(symbol))) visit(checker.getDeclaredTypeOfSymbol(symbol), "both", 0);
  }
}
