import ts = require("typescript");

import { withoutUndefined } from "./properties.js";

export interface Parameter {
  name: string;
  type: ts.Type;
  optional: boolean;
  rest: boolean;
  /** The type of a rest parameter as a whole. `type` is that of an element, or the same where nobody knows the elements: `...args: Arguments<T>`. */
  list?: ts.Type;
  node: ts.Node | undefined;
}

/** The parameters of a signature. A rest parameter whose type is a tuple is as many parameters as the tuple has elements. */
export function parametersOf(signature: ts.Signature, checker: ts.TypeChecker): Parameter[] {
  return signature.parameters.flatMap((symbol, index): Parameter[] => {
    const node = symbol.valueDeclaration;
    const isParameter = node !== undefined && ts.isParameter(node);
    const rest = isParameter ? node.dotDotDotToken !== undefined : isRestSymbol(signature, index);
    const optional = isParameter && (node.questionToken !== undefined || node.initializer !== undefined);
    // A destructured parameter has no name that anybody could know.
    const name = isParameter && !ts.isIdentifier(node.name) ? `${index}` : symbol.name;
    let type = checker.getTypeOfSymbol(symbol);
    if (rest && checker.isTupleType(type)) return elementsOf(type as ts.TupleTypeReference, name, checker, node);
    const list = type;
    if (rest && checker.isArrayType(type)) type = checker.getTypeArguments(type as ts.TypeReference)[0] ?? type;
    if (optional) type = withoutUndefined(type, checker);
    return [{ name, type, optional, rest, ...(rest ? { list } : {}), node }];
  });
}

/** Whether nobody knows the elements of a rest parameter. */
export function isWhole({ list, type }: Parameter): boolean {
  return list !== undefined && list === type;
}

/** A parameter that the compiler made, for `(...args: Parameters<F>) => void` resolved. */
function isRestSymbol(signature: ts.Signature, index: number): boolean {
  const { declaration } = signature;
  const last = declaration && "parameters" in declaration ? declaration.parameters.at(-1) : undefined;
  return (
    last !== undefined &&
    ts.isParameter(last as ts.Node) &&
    (last as ts.ParameterDeclaration).dotDotDotToken !== undefined &&
    index === signature.parameters.length - 1
  );
}

/** The elements of a tuple as parameters. */
export function elementsOf(
  type: ts.TupleTypeReference,
  name: string,
  checker: ts.TypeChecker,
  node?: ts.Node,
): Parameter[] {
  const { elementFlags, labeledElementDeclarations } = type.target;
  return checker.getTypeArguments(type).map((element, index) => {
    const flags = elementFlags[index] ?? ts.ElementFlags.Required;
    const label = labeledElementDeclarations?.[index];
    const optional = (flags & ts.ElementFlags.Optional) !== 0;
    return {
      name: label && ts.isIdentifier(label.name) ? label.name.text : `${name}[${index}]`,
      type: optional ? withoutUndefined(element, checker) : element,
      optional,
      rest: (flags & ts.ElementFlags.Variable) !== 0,
      node: label ?? node,
    };
  });
}

/**
 * Signatures in the order in which calls try them: those of a declaration that was merged in later come first.
 */
export function callOrder(signatures: readonly ts.Signature[]): readonly ts.Signature[] {
  const groups = new Map<ts.Node | undefined, ts.Signature[]>();
  for (const signature of signatures) {
    const owner = signature.declaration?.parent;
    groups.set(owner, [...(groups.get(owner) ?? []), signature]);
  }
  return groups.size > 1 ? [...groups.values()].reverse().flat() : signatures;
}

/** Whether a signature is written to return `this`; the compiler has put the class in its place. */
export function returnsThis(signature: ts.Signature): boolean {
  const written = (signature.declaration as { type?: ts.TypeNode } | undefined)?.type;
  if (!written || ts.isTypePredicateNode(written)) return false;
  const visit = (node: ts.Node): boolean =>
    node.kind === ts.SyntaxKind.ThisType || (!ts.isTypeLiteralNode(node) && (ts.forEachChild(node, visit) ?? false));
  return visit(written);
}

/** `private`, `protected` and `abstract` of a constructor. */
export function visibilityOf({ declaration }: ts.Signature): string {
  // A constructor that is not written down is public.
  if (!declaration) return "public";
  const flags = ts.getCombinedModifierFlags(declaration as ts.Declaration);
  const isAbstract =
    ts.isConstructorTypeNode(declaration) &&
    (declaration.modifiers?.some((one) => one.kind === ts.SyntaxKind.AbstractKeyword) ?? false);
  const who =
    flags & ts.ModifierFlags.Private ? "private" : flags & ts.ModifierFlags.Protected ? "protected" : "public";
  return ts.isConstructorDeclaration(declaration) || isAbstract ? `${isAbstract ? "abstract " : ""}${who}` : "public";
}
