import ts = require("typescript");

import { Growth } from "./growth.js";
import { packageOf } from "./package-of.js";
import type { Surfaces } from "./program.js";
import {
  isInstantiated,
  isMappedList,
  isMappedReadonly,
  isThisType,
  mappedKeysOf,
  modifierFlagsOf,
  ownConstraintOf,
  unionOf,
} from "./typescript-internals.js";

/** Questions about one type or symbol that the compiler's interface does not answer in one word. */

export function isAny(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Any) !== 0;
}

/** Stands for the package of the language's own declarations. */
export const LIBRARY = "lib";

/** Name and home of a type that has a name. */
export interface Named {
  name: string;
  /** The symbol of the interface, class, enum or alias. */
  symbol: ts.Symbol;
  /** Package it comes from; undefined for the side's own. */
  package: string | undefined;
  args: readonly ts.Type[];
  isAlias: boolean;
}

/** The name by which people know a type: its alias, interface, class or enum. */
export function namedOf(type: ts.Type, { isLocal, isLibrary, checker }: Surfaces): Named | undefined {
  const alias = type.aliasSymbol;
  const symbol = alias ?? type.symbol;
  if (!symbol?.declarations?.length) return undefined;
  const kinds = ts.SymbolFlags.Interface | ts.SymbolFlags.Class | ts.SymbolFlags.Enum | ts.SymbolFlags.TypeAlias;
  if (!(symbol.flags & kinds)) return undefined;
  // The object of an enum is not the enum.
  if (!alias && symbol.flags & ts.SymbolFlags.Enum && type.flags & ts.TypeFlags.Object) return undefined;
  // `typeof Class` is not the class.
  if (!alias && symbol.flags & ts.SymbolFlags.Class && !(type as ts.ObjectType & { target?: ts.Type }).isClass?.()) {
    const target = (type as ts.TypeReference).target;
    if (!target?.isClass?.()) return undefined;
  }
  const declaration = symbol.declarations[0] as ts.Declaration;
  const args = alias ? (type.aliasTypeArguments ?? []) : isReference(type) ? ownArguments(type, checker) : [];
  const local = symbol.declarations.some(isLocal);
  return {
    name: nameOf(symbol),
    symbol,
    package: local
      ? undefined
      : isLibrary(declaration)
        ? LIBRARY
        : (packageOf(declaration.getSourceFile().fileName) ?? ""),
    args,
    isAlias: alias !== undefined,
  };
}

/** A reference by the type that it refers to, and not by an alias of it. */
export function referenceOf(type: ts.TypeReference, { checker, isLibrary, isLocal }: Surfaces): Named {
  const { symbol } = type.target;
  const [declaration] = symbol.declarations ?? [];
  const home = declaration && (isLibrary(declaration) ? LIBRARY : packageOf(declaration.getSourceFile().fileName));
  return {
    name: nameOf(symbol),
    symbol,
    package: symbol.declarations?.some(isLocal) ? undefined : (home ?? ""),
    args: ownArguments(type, checker),
    isAlias: false,
  };
}

/** Type arguments without the `this` type that the compiler appends to them. */
function ownArguments(type: ts.TypeReference, checker: ts.TypeChecker): readonly ts.Type[] {
  const args = checker.getTypeArguments(type);
  const wanted = type.target.typeParameters?.length ?? 0;
  return args.length > wanted ? args.slice(0, wanted) : args;
}

/** A default export goes by the name of its declaration; a member of a namespace, by both names. */
export function nameOf(symbol: ts.Symbol): string {
  const declaration = symbol.declarations?.[0];
  if (!declaration) return symbol.name;
  const { name } = declaration as { name?: ts.Node };
  const own = symbol.name === "default" && name && ts.isIdentifier(name) ? name.text : symbol.name;
  const spaces: string[] = [];
  for (let node = declaration.parent; node; node = node.parent) {
    if (ts.isModuleDeclaration(node) && ts.isIdentifier(node.name)) spaces.unshift(node.name.text);
  }
  return [...spaces, own].join(".");
}

export function isReference(type: ts.Type): type is ts.TypeReference {
  return (
    (type.flags & ts.TypeFlags.Object) !== 0 && ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0
  );
}

const DEFERRED =
  ts.TypeFlags.Index |
  ts.TypeFlags.IndexedAccess |
  ts.TypeFlags.Conditional |
  ts.TypeFlags.Substitution |
  ts.TypeFlags.TemplateLiteral |
  ts.TypeFlags.StringMapping;

/** Types that TypeScript resolves only where they are used. */
export function isDeferred(type: ts.Type): boolean {
  return (type.flags & DEFERRED) !== 0;
}

export function isMapped(type: ts.Type): boolean {
  return (
    (type.flags & ts.TypeFlags.Object) !== 0 && ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped) !== 0
  );
}

/** A mapped type whose keys are known only where it is used. */
export function isGenericMapped(type: ts.Type): boolean {
  if (!isMapped(type)) return false;
  // Over a type parameter that is a list, `{ [K in keyof T]: … }`, it shows the members of a list.
  if (isMappedList(type)) return true;
  // Asking for its members is what resolves its keys: `Record<string, T>` has no members, and known keys.
  const isEmpty = type.getProperties().length === 0;
  const keys = mappedKeysOf(type);
  if (!keys) return isEmpty;
  const open = ts.TypeFlags.Index | ts.TypeFlags.TypeParameter | ts.TypeFlags.IndexedAccess | ts.TypeFlags.Conditional;
  const isOpen = (one: ts.Type): boolean =>
    (one.flags & open) !== 0 || (one.isUnionOrIntersection() && one.types.some(isOpen));
  return isOpen(keys);
}

/** An object, or an intersection of objects, whose members are known. */
export function isStructure(type: ts.Type): boolean {
  if (type.isIntersection()) return type.types.every((part) => isStructure(part) && !isContainer(part));
  return (type.flags & ts.TypeFlags.Object) !== 0 && !isGenericMapped(type);
}

/** Generic types of the language whose argument is the type of the values that they hold → how a path names these. */
export const CONTAINERS: ReadonlyMap<string, string> = new Map([
  ["Array", "[]"],
  ["ReadonlyArray", "[]"],
  ["Promise", ".then"],
  ["PromiseLike", ".then"],
  ["Iterable", "[]"],
  ["IterableIterator", "[]"],
  ["AsyncIterable", "[]"],
  ["AsyncIterableIterator", "[]"],
  ["Iterator", "[]"],
  ["AsyncIterator", "[]"],
  ["Generator", "[]"],
  ["AsyncGenerator", "[]"],
  ["Map", "[]"],
  ["ReadonlyMap", "[]"],
  ["Set", "[]"],
  ["ReadonlySet", "[]"],
]);

function isContainer(type: ts.Type): boolean {
  return type.symbol !== undefined && CONTAINERS.has(type.symbol.name);
}

/** Whether a type contains a type parameter, so that it means different things where it is used. */
export function isOpen(type: ts.Type, checker: ts.TypeChecker): boolean {
  const seen = new Set<ts.Type>();
  const growth = new Growth();

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

/** The types that a class or interface of the surface extends. */
export function basesOf(type: ts.Type, surfaces: Surfaces): Named[] {
  // Of a generic type only its declaration: the arguments of its bases are in terms of its own parameters.
  const target: ts.Type = isReference(type) ? type.target : type;
  if (target !== type || !target.isClassOrInterface() || isForeign(target.symbol, surfaces)) return [];
  return surfaces.checker.getBaseTypes(target).flatMap((base) => namedOf(base, surfaces) ?? []);
}

/** Whether a class, or one that it extends, has private or protected members: no object literal fits it. */
export function isNominal(symbol: ts.Symbol | undefined, surfaces: Surfaces): boolean {
  if (!symbol || !(symbol.flags & ts.SymbolFlags.Class)) return false;
  if (symbol.declarations?.some(surfaces.isNominal)) return true;
  return basesOf(surfaces.checker.getDeclaredTypeOfSymbol(symbol), surfaces).some((base) =>
    isNominal(base.symbol, surfaces),
  );
}

/** Whether a type has a member only because it extends another one. */
export function isInherited(member: ts.Symbol, type: ts.Type): boolean {
  const target: ts.Type = isReference(type) ? type.target : type;
  return (
    member.declarations !== undefined &&
    !member.declarations.some((one) => target.symbol.declarations?.includes(one.parent as ts.Declaration))
  );
}

/** Whether a package declares the member. */
export function isForeign({ declarations }: ts.Symbol, { isLocal }: Surfaces): boolean {
  return declarations !== undefined && declarations.length > 0 && !declarations.some(isLocal);
}

export function isReadonly(symbol: ts.Symbol): boolean {
  if (modifierFlagsOf(symbol) & ts.ModifierFlags.Readonly || isMappedReadonly(symbol)) return true;
  return (symbol.flags & ts.SymbolFlags.Accessor) !== 0 && !(symbol.flags & ts.SymbolFlags.SetAccessor);
}

export function isOptional(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Optional) !== 0;
}

/** Whether TypeScript compares a member as a method: in `Partial<…>`, it still does. */
export function isMethod(symbol: ts.Symbol): boolean {
  if (symbol.flags & ts.SymbolFlags.Method) return true;
  return symbol.declarations?.some((one) => ts.isMethodSignature(one) || ts.isMethodDeclaration(one)) ?? false;
}

export function isAbstract(symbol: ts.Symbol): boolean {
  return symbol.declarations?.some((one) => ts.getCombinedModifierFlags(one) & ts.ModifierFlags.Abstract) ?? false;
}

/** Whether a class declares the member. */
export function isClassMember(symbol: ts.Symbol): boolean {
  const owner = declarationOf(symbol)?.parent;
  return owner !== undefined && ts.isClassLike(owner);
}

/** A property's name as it is written; the compiler numbers those that are symbols. */
export function memberName(symbol: ts.Symbol): string {
  const name = symbol.escapedName as string;
  const unique = /^__@(.*)@\d+$/.exec(name);
  if (unique) {
    // `[Symbol.iterator]` and a symbol that is called `iterator` are not the same.
    const written = (declarationOf(symbol) as { name?: ts.Node } | undefined)?.name;
    return written && ts.isComputedPropertyName(written) ? `[${written.expression.getText()}]` : `[${unique[1]}]`;
  }
  const text = ts.unescapeLeadingUnderscores(symbol.escapedName);
  return text.startsWith("[") ? JSON.stringify(text) : text;
}

/** `path.name`, or `path["odd name"]`. */
export function joinPath(path: string, name: string): string {
  if (name.startsWith("[")) return path + name;
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;
}

export function declarationOf(symbol: ts.Symbol | undefined): ts.Node | undefined {
  return symbol?.valueDeclaration ?? symbol?.declarations?.[0];
}

/** Type of a property without the `undefined` that its question mark adds. */
export function readType(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Type {
  const type = checker.getTypeOfSymbol(symbol);
  return isOptional(symbol) ? withoutUndefined(type, checker) : type;
}

export function withoutUndefined(type: ts.Type, checker: ts.TypeChecker): ts.Type {
  // `name?: never`
  if (type.flags & ts.TypeFlags.Undefined) return checker.getNeverType();
  if (!type.isUnion()) return type;
  const left = type.types.filter((one) => !(one.flags & ts.TypeFlags.Undefined));
  if (left.length === type.types.length) return type;
  if (left.length === 1) return left[0] as ts.Type;
  if (!left.some((one) => one.flags & ts.TypeFlags.Null)) return checker.getNonNullableType(type);
  return unionOf(left, checker) ?? type;
}

/** The type parameter that a node declares. */
export function typeParameterAt(node: ts.TypeParameterDeclaration, checker: ts.TypeChecker): ts.TypeParameter {
  const symbol = checker.getSymbolAtLocation(node.name);
  if (!symbol) throw new Error(`the type parameter ${node.name.text} has no symbol`);
  return checker.getDeclaredTypeOfSymbol(symbol) as ts.TypeParameter;
}

/**
 * The constraint of a type parameter, as it is written: the compiler's own answer is what it resolves to.
 */
export function constraintOf(parameter: ts.TypeParameter, checker: ts.TypeChecker): ts.Type | undefined {
  const declaration = parameter.symbol?.declarations?.find(ts.isTypeParameterDeclaration);
  if (isInstantiated(parameter) || !declaration?.constraint) return ownConstraintOf(parameter);
  return checker.getTypeFromTypeNode(declaration.constraint);
}

/** The type parameters of an interface, class or alias. */
export function typeParametersOf(symbol: ts.Symbol, checker: ts.TypeChecker): ts.TypeParameter[] {
  for (const declaration of symbol.declarations ?? []) {
    if (
      ts.isInterfaceDeclaration(declaration) ||
      ts.isClassLike(declaration) ||
      ts.isTypeAliasDeclaration(declaration)
    ) {
      return (declaration.typeParameters ?? []).map((one) => typeParameterAt(one, checker));
    }
  }
  return [];
}

/** The enum of an enum type or of one of its members. */
export function enumOf(type: ts.Type, checker: ts.TypeChecker): ts.Symbol | undefined {
  const symbol = type.symbol;
  if (!symbol) return undefined;
  if (symbol.flags & ts.SymbolFlags.Enum) return symbol;
  if (!(symbol.flags & ts.SymbolFlags.EnumMember)) return undefined;
  const parent = symbol.valueDeclaration?.parent;
  return parent && ts.isEnumDeclaration(parent) ? checker.getSymbolAtLocation(parent.name) : undefined;
}

export interface EnumMember {
  value: string | number | undefined;
  node: ts.Node;
}

export function enumMembersOf(symbol: ts.Symbol, checker: ts.TypeChecker): Map<string, EnumMember> {
  const members = new Map<string, EnumMember>();
  for (const declaration of symbol.declarations ?? []) {
    if (!ts.isEnumDeclaration(declaration)) continue;
    for (const member of declaration.members) {
      const name = ts.isComputedPropertyName(member.name) ? member.name.getText() : member.name.text;
      members.set(name, { value: checker.getConstantValue(member), node: member });
    }
  }
  return members;
}

export interface Parameter {
  name: string;
  type: ts.Type;
  optional: boolean;
  rest: boolean;
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
    if (rest && checker.isArrayType(type)) type = checker.getTypeArguments(type as ts.TypeReference)[0] ?? type;
    if (optional) type = withoutUndefined(type, checker);
    return [{ name, type, optional, rest, node }];
  });
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

/** A class whose constructor is private: only the remote makes values of it. */
export function isPrivatelyMade(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some(
    (one) =>
      ts.isClassLike(one) &&
      one.members.some(
        (member) =>
          ts.isConstructorDeclaration(member) && ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private,
      ),
  );
}

/** A member that an interface adds to a class: a subclass may implement it in any form. */
export function isMergedIn(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  const owner = declarationOf(symbol)?.parent;
  if (!owner || !ts.isInterfaceDeclaration(owner)) return false;
  return Boolean((checker.getSymbolAtLocation(owner.name)?.flags ?? 0) & ts.SymbolFlags.Class);
}
