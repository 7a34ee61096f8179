import ts = require("typescript");

/**
 * All that the comparison takes from the compiler and that its published interface does not have. TypeScript is pinned
 * (`~5.9`), and `__test__/contract` fails where one of these goes away.
 */

const INTERNAL = ts as unknown as {
  getDeclarationModifierFlagsFromSymbol(symbol: ts.Symbol): ts.ModifierFlags;
  getCheckFlags(symbol: ts.Symbol): number;
};

/** `CheckFlags.Readonly`. */
const CHECK_FLAGS_READONLY = 8;

/** `TypeMapKind.Array`. */
const TYPE_MAP_KIND_ARRAY = 1;

export function modifierFlagsOf(symbol: ts.Symbol): ts.ModifierFlags {
  return INTERNAL.getDeclarationModifierFlagsFromSymbol(symbol);
}

/** Whether a mapped type made the property read-only. */
export function isMappedReadonly(symbol: ts.Symbol): boolean {
  return (INTERNAL.getCheckFlags(symbol) & CHECK_FLAGS_READONLY) !== 0;
}

/** The type that TypeScript gives to a name that it cannot find. */
export function isError(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Any) !== 0 && (type as { intrinsicName?: string }).intrinsicName === "error";
}

/** The polymorphic `this` of a class or interface. */
export function isThisType(type: ts.Type): boolean {
  return (type as { isThisType?: boolean }).isThisType === true;
}

/** The declared `this` parameter of a signature. */
export function thisParameterOf(signature: ts.Signature): ts.Symbol | undefined {
  return (signature as { thisParameter?: ts.Symbol }).thisParameter;
}

/** Whether a type is a generic one whose parameters were replaced. */
export function isInstantiated(type: ts.Type): boolean {
  return (type as { mapper?: unknown }).mapper !== undefined;
}

/** The constraint of a type parameter of an instantiated signature, `keyof T`; the published answer is what it resolves to. */
export function ownConstraintOf(parameter: ts.TypeParameter): ts.Type | undefined {
  const resolved = parameter.getConstraint();
  const { constraint } = parameter as { constraint?: ts.Type };
  // Where there is none, the compiler keeps an empty type.
  const isOne = resolved !== undefined || (constraint && constraint.flags & ts.TypeFlags.Instantiable);
  return isOne ? (constraint ?? resolved) : undefined;
}

/**
 * A branch of a conditional type, with what stands for the type parameters around it: `U` of `F<T, string>` in `T extends 0 ? U[] : U`.
 * The compiler fills it in where somebody asks for the text.
 */
export function branchOf(type: ts.ConditionalType, branch: "trueType" | "falseType", checker: ts.TypeChecker): ts.Type {
  const written = () => checker.getTypeFromTypeNode(type.root.node[branch]);
  if (!isInstantiated(type)) return written();
  checker.typeToTypeNode(type, undefined, ts.NodeBuilderFlags.InTypeAlias | ts.NodeBuilderFlags.IgnoreErrors);
  return (branch === "trueType" ? type.resolvedTrueType : type.resolvedFalseType) ?? written();
}

/**
 * A type with others in place of type parameters. The compiler publishes nothing that does it; it does so where it is asked what
 * an instantiated signature returns.
 */
export function instantiate(
  type: ts.Type,
  from: readonly ts.TypeParameter[],
  to: readonly ts.Type[],
  checker: ts.TypeChecker,
): ts.Type {
  const mapper = { kind: TYPE_MAP_KIND_ARRAY, sources: from, targets: to };
  const signature = { flags: 0, target: { resolvedReturnType: type }, mapper };
  return checker.getReturnTypeOfSignature(signature as unknown as ts.Signature);
}

/** The node of a mapped type. */
export function mappedNodeOf(type: ts.Type): ts.MappedTypeNode | undefined {
  const { declaration } = type as { declaration?: ts.Node };
  return declaration && ts.isMappedTypeNode(declaration) ? declaration : undefined;
}

/** The parts of a mapped type, with what stands for the type parameters around it. */
export interface MappedParts {
  /** The type parameter of its keys. */
  key: ts.TypeParameter;
  keys: ts.Type | undefined;
  name: ts.Type | undefined;
  /** The type from which members keep `?` and `readonly`. */
  modifiers: ts.Type | undefined;
  value: ts.Type | undefined;
}

/** The compiler fills the parts in where somebody asks for the text. */
export function mappedPartsOf(type: ts.Type, node: ts.MappedTypeNode, checker: ts.TypeChecker): MappedParts {
  checker.typeToTypeNode(type, undefined, ts.NodeBuilderFlags.InTypeAlias | ts.NodeBuilderFlags.IgnoreErrors);
  const parts = type as {
    constraintType?: ts.Type;
    nameType?: ts.Type;
    modifiersType?: ts.Type;
    templateType?: ts.Type;
    typeParameter?: ts.TypeParameter;
  };
  const written = (one: ts.TypeNode | undefined) => one && checker.getTypeFromTypeNode(one);
  const key = parts.typeParameter ?? (checker.getTypeAtLocation(node.typeParameter) as ts.TypeParameter);
  const { modifiersType: modifiers } = parts;
  return {
    key,
    keys: parts.constraintType ?? written(node.typeParameter.constraint),
    name: node.nameType && (parts.nameType ?? written(node.nameType)),
    modifiers: modifiers && modifiers.flags & ts.TypeFlags.Unknown ? undefined : modifiers,
    value: parts.templateType ?? written(node.type),
  };
}

/** The declaration of which a conditional type is an instantiation. */
export function conditionalRootOf(type: ts.Type): object | undefined {
  return type.flags & ts.TypeFlags.Conditional && isInstantiated(type) ? (type as ts.ConditionalType).root : undefined;
}

/** Whether a mapped type is one over a type parameter that stands for lists, so that the compiler shows a list in its place. */
export function isMappedList(type: ts.Type): boolean {
  return (type as unknown as { checker: ts.TypeChecker }).checker.getApparentType(type) !== type;
}

/** The keys of a mapped type, once the compiler has resolved them. */
export function mappedKeysOf(type: ts.Type): ts.Type | undefined {
  return (type as { constraintType?: ts.Type }).constraintType;
}

/** The types that a union was written with, before the compiler made one flat union of them. */
export function originOf(type: ts.Type): readonly ts.Type[] {
  const { origin } = type as { origin?: ts.Type };
  return origin?.isUnionOrIntersection() ? origin.types : [];
}

export function unionOf(types: ts.Type[], checker: ts.TypeChecker): ts.Type | undefined {
  return (checker as unknown as { getUnionType?(types: ts.Type[]): ts.Type }).getUnionType?.(types);
}

/** An object without members. */
export function emptyObject(checker: ts.TypeChecker): ts.Type {
  const { createAnonymousType } = checker as unknown as {
    createAnonymousType(symbol: undefined, members: Map<string, ts.Symbol>, ...lists: [[], [], []]): ts.Type;
  };
  return createAnonymousType(undefined, new Map(), [], [], []);
}

/**
 * What a setter takes, with what stands for the type parameters around it. The compiler fills it in where somebody asks for the
 * text of an object that has the member.
 */
export function writeTypeOf(member: ts.Symbol, checker: ts.TypeChecker): ts.Type | undefined {
  const { createAnonymousType } = checker as unknown as {
    createAnonymousType(symbol: undefined, members: Map<ts.__String, ts.Symbol>, ...lists: [[], [], []]): ts.Type;
  };
  const holder = createAnonymousType(undefined, new Map([[member.escapedName, member]]), [], [], []);
  checker.typeToTypeNode(holder, undefined, ts.NodeBuilderFlags.InTypeAlias | ts.NodeBuilderFlags.IgnoreErrors);
  return (member as { links?: { writeType?: ts.Type } }).links?.writeType;
}

/** The next alias on the way of an import or re-export. */
export function immediateAliasOf(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol | undefined {
  return (
    checker as unknown as { getImmediateAliasedSymbol(symbol: ts.Symbol): ts.Symbol | undefined }
  ).getImmediateAliasedSymbol(symbol);
}

/** Names that `export as namespace` gives. */
export function globalExportsOf(module: ts.Symbol): string[] {
  return [...((module as { globalExports?: ts.SymbolTable }).globalExports?.keys() ?? [])].map(String).sort();
}

const ids = new WeakMap<object, number>();
let count = 0;

/** A number for a type, a symbol or what declares one; the compiler has one of its own, but does not publish it. */
export function idOf(thing: object): number {
  let found = ids.get(thing);
  if (found === undefined) {
    found = ++count;
    ids.set(thing, found);
  }
  return found;
}

/** `T` of `NoInfer<T>`. */
export function noInferOf(type: ts.Type): ts.Type | undefined {
  if (!(type.flags & ts.TypeFlags.Substitution)) return undefined;
  const { baseType, constraint } = type as ts.SubstitutionType;
  return constraint.flags & ts.TypeFlags.Unknown ? baseType : undefined;
}

/**
 * A type parameter in a branch of a conditional type, where the compiler adds what the branch knows of it; otherwise the type
 * itself.
 */
export function withoutSubstitution(type: ts.Type): ts.Type {
  if (!(type.flags & ts.TypeFlags.Substitution) || noInferOf(type)) return type;
  // An argument of another type of the branch, `Box<T>["value"]`, comes back with what that mention knows of it, too.
  return withoutSubstitution((type as ts.SubstitutionType).baseType);
}

/** A key for two types or two symbols. */
export function pairOf(old: ts.Type | ts.Symbol, now: ts.Type | ts.Symbol): string {
  return `${idOf(old)}:${idOf(now)}`;
}

interface Mapper {
  target?: ts.Type | undefined;
  targets?: readonly (ts.Type | undefined | (() => ts.Type))[] | undefined;
  mapper1?: Mapper;
  mapper2?: Mapper;
}

/** The types that stand in place of type parameters in an instantiated type; undefined where it is none. */
export function mappedTo(type: ts.Type): readonly ts.Type[] | undefined {
  const { mapper } = type as { mapper?: Mapper };
  return mapper && targetsOf(mapper);
}

function targetsOf({ target, targets, mapper1, mapper2 }: Mapper): readonly ts.Type[] {
  const own = [target, ...(targets ?? [])].filter((one) => typeof one === "object");
  return [...own, ...[mapper1, mapper2].flatMap((one) => (one ? targetsOf(one) : []))];
}
