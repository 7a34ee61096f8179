import ts = require("typescript");

import type { Context } from "./context.js";
import { Growth } from "./growth.js";
import { keepsModifiers, type Mapped, mappedOf } from "./mapped.js";
import { membersOfBoth } from "./members.js";
import {
  callOrder,
  constraintOf,
  enumMembersOf,
  enumOf,
  isAny,
  isClassMember,
  isDeferred,
  isGenericMapped,
  isMergedIn,
  isMethod,
  isNominal,
  isOpen,
  isOptional,
  isPrivatelyMade,
  isReadonly,
  isReference,
  isStructure,
  type Named,
  namedOf,
  nameOf,
  parametersOf,
  readType,
  typeParameterAt,
  typeParametersOf,
} from "./types.js";
import {
  branchOf,
  isError,
  isThisType,
  mappedNodeOf,
  pairOf,
  thisParameterOf,
  withoutSubstitution,
} from "./typescript-internals.js";

/** A comparison in which the parts of intersections count, and interfaces do not: of all types, or of those with copies. */
type Exactly = "all" | "copies";

/**
 * Whether a consumer cannot tell two types apart. It only asks: nothing is reported here.
 *
 * A question that comes up again while it is being answered counts as yes, as in a type checker. Generic types are compared
 * by their declarations and by their arguments and are not expanded, so that a type that returns itself with other
 * arguments is a finite question.
 */
export class Equality {
  readonly #context: Omit<Context, "equality" | "compare" | "compareShapes">;
  readonly #checker: ts.TypeChecker;
  readonly #known = new Map<string, boolean>();
  /** Pairs that are assumed to be equal, in the order in which they were asked. */
  readonly #trail: string[] = [];
  readonly #assumed = new Set<string>();
  readonly #growth = new Growth();
  readonly #open = new Map<ts.Type, boolean>();
  #exactly: Exactly | undefined;

  constructor(context: Omit<Context, "equality" | "compare" | "compareShapes">) {
    this.#context = context;
    this.#checker = context.checker;
  }

  types(before: ts.Type, present: ts.Type): boolean {
    const old = withoutSubstitution(before);
    const now = withoutSubstitution(this.#context.defaults.get(present) ?? present);
    if (old === now) return true;
    return this.#ask(pairOf(old, now), this.isOpen(old) || this.isOpen(now), () =>
      this.#growth.within([old, now], true, () => this.#types(old, now)),
    );
  }

  /**
   * Whether the compiler takes two types for one and the same. Of `{ a: A } & { b: B }` and `{ a: A; b: B }`, every value of
   * the one is a value of the other; but two conditional types that extend them are not related to each other.
   */
  identical(old: ts.Type, now: ts.Type): boolean {
    return this.#within("all", old, now);
  }

  /** The same of two types that a consumer has copies of. Of a class that only the remote makes nobody has one. */
  copies(old: ts.Type, now: ts.Type): boolean {
    return this.#within("copies", old, now);
  }

  #within(exactly: Exactly, old: ts.Type, now: ts.Type): boolean {
    const before = this.#exactly;
    this.#exactly = exactly;
    try {
      return this.types(old, now);
    } finally {
      this.#exactly = before;
    }
  }

  /** Whether the declarations of two interfaces, classes or aliases are equal, each by its own parameters. */
  declarations(old: ts.Symbol, now: ts.Symbol): boolean {
    if (old === now || this.#context.identical(old, now)) {
      this.#pairParameters(typeParametersOf(old, this.#checker), typeParametersOf(now, this.#checker));
      return true;
    }
    const isMade = (one: ts.Symbol) => isNominal(one, this.#context.surfaces) || isPrivatelyMade(one);
    if (this.#exactly === "copies" && nameOf(old) === nameOf(now) && isMade(old) && isMade(now)) {
      this.#pairParameters(typeParametersOf(old, this.#checker), typeParametersOf(now, this.#checker));
      return true;
    }
    return this.#ask(`declared ${pairOf(old, now)}`, false, () => {
      const before = typeParametersOf(old, this.#checker);
      const after = typeParametersOf(now, this.#checker);
      return this.#typeParameters(before, after) && this.#declared(old, now);
    });
  }

  #declared(old: ts.Symbol, now: ts.Symbol): boolean {
    const [before, after] = [this.#checker.getDeclaredTypeOfSymbol(old), this.#checker.getDeclaredTypeOfSymbol(now)];
    const { surfaces } = this.#context;
    // `type Alias = Other<…>` is a name for another named type.
    const isAlias = [namedOf(before, surfaces)?.symbol, namedOf(after, surfaces)?.symbol].every(
      (symbol) => symbol !== undefined && symbol !== old && symbol !== now,
    );
    return isAlias ? this.types(before, after) : this.#shapes(before, after);
  }

  signatures(old: ts.Signature, now: ts.Signature): boolean {
    const checker = this.#checker;
    if (!this.#typeParameters(old.typeParameters ?? [], now.typeParameters ?? [])) return false;
    if (visibilityOf(old) !== visibilityOf(now)) return false;
    // A private constructor shows no parameters.
    if (visibilityOf(old).endsWith("private")) return true;
    const [before, after] = [parametersOf(old, checker), parametersOf(now, checker)];
    if (before.length !== after.length) return false;
    const receivers = [old, now].map((signature) => {
      const symbol = thisParameterOf(signature);
      return symbol && checker.getTypeOfSymbol(symbol);
    });
    if (!this.#optional(receivers[0], receivers[1])) return false;
    const parameters = before.every((one, index) => {
      const other = after[index];
      return (
        other !== undefined &&
        one.optional === other.optional &&
        one.rest === other.rest &&
        this.types(one.type, other.type)
      );
    });
    if (!parameters) return false;
    const [proves, proven] = [checker.getTypePredicateOfSignature(old), checker.getTypePredicateOfSignature(now)];
    if (proves || proven) {
      return (
        proves?.kind === proven?.kind &&
        proves?.parameterIndex === proven?.parameterIndex &&
        this.#optional(proves?.type, proven?.type)
      );
    }
    return returnsThis(old) === returnsThis(now) && this.types(old.getReturnType(), now.getReturnType());
  }

  isOpen(type: ts.Type): boolean {
    let open = this.#open.get(type);
    if (open === undefined) {
      open = isOpen(type, this.#checker);
      this.#open.set(type, open);
    }
    return open;
  }

  #ask(question: string, open: boolean, answer: () => boolean): boolean {
    const key = this.#exactly ? `${this.#exactly} ${question}` : question;
    if (this.#assumed.has(key)) return true;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const start = this.#trail.length;
    this.#trail.push(key);
    this.#assumed.add(key);
    const equal = answer();
    if (!equal) {
      // All that was concluded since may rest on this assumption.
      for (const one of this.#trail.splice(start)) this.#assumed.delete(one);
      // A type with a type parameter may be asked again once that parameter has a counterpart.
      if (!open) this.#known.set(key, false);
    } else if (start === 0) {
      for (const one of this.#trail.splice(0)) {
        this.#assumed.delete(one);
        this.#known.set(one, true);
      }
    }
    return equal;
  }

  #optional(old: ts.Type | undefined, now: ts.Type | undefined): boolean {
    if (!old || !now) return old === now;
    return this.types(old, now);
  }

  #pairParameters(old: readonly ts.TypeParameter[], now: readonly ts.TypeParameter[]): void {
    for (const [index, one] of old.entries()) {
      const other = now[index];
      if (other) this.#context.paired.add(pairOf(one, other));
    }
  }

  /** The type parameters in whose scope two nodes are. */
  pairEnclosing(old: ts.Node, now: ts.Node): void {
    const [before, after] = [old, now].map((node) => enclosingParameters(node, this.#checker));
    this.#pairParameters(before ?? [], after ?? []);
  }

  #typeParameters(old: readonly ts.TypeParameter[], now: readonly ts.TypeParameter[]): boolean {
    if (old.length !== now.length) return false;
    this.#pairParameters(old, now);
    return old.every((one, index) => {
      const other = now[index] as ts.TypeParameter;
      return (
        this.#optional(constraintOf(one, this.#checker), constraintOf(other, this.#checker)) &&
        this.#optional(one.getDefault(), other.getDefault()) &&
        modifiersOf(one) === modifiersOf(other)
      );
    });
  }

  #types(old: ts.Type, now: ts.Type): boolean {
    if (isError(old) || isError(now)) return isError(old) && isError(now);
    if (isAny(old) || isAny(now)) return isAny(old) && isAny(now);
    const { TypeFlags } = ts;
    if (old.flags & TypeFlags.TypeParameter || now.flags & TypeFlags.TypeParameter) return this.isPaired(old, now);
    return this.#named(old, now) ?? this.#shapes(old, now);
  }

  /** Types without their names. */
  #shapes(old: ts.Type, now: ts.Type): boolean {
    const { TypeFlags } = ts;
    if (old === now) return true;
    if (isAny(old) || isAny(now)) return isAny(old) && isAny(now);
    if (old.flags & TypeFlags.TypeParameter || now.flags & TypeFlags.TypeParameter) return this.isPaired(old, now);
    if (old.flags & TypeFlags.EnumLike && now.flags & TypeFlags.EnumLike) return this.#enums(old, now);
    if (old.isUnion() || now.isUnion()) return old.isUnion() && now.isUnion() && this.#members(old.types, now.types);
    if (this.#exactly !== undefined && old.isIntersection() !== now.isIntersection()) return false;
    if (old.isIntersection() && now.isIntersection()) {
      if (this.#exactly !== undefined || !(isStructure(old) && isStructure(now)))
        return this.#members(old.types, now.types);
    }
    if (isDeferred(old) || isDeferred(now)) return this.#deferred(old, now);
    if (isGenericMapped(old) || isGenericMapped(now)) return this.#mapped(old, now);
    if (isReference(old) && isReference(now) && old.target === now.target && !this.#checker.isTupleType(old)) {
      const [before, after] = [this.#checker.getTypeArguments(old), this.#checker.getTypeArguments(now)];
      return before.every((arg, index) => arg === old || this.types(arg, after[index] as ts.Type));
    }
    if (isStructure(old) && isStructure(now)) return this.#structures(old, now);
    if (old.flags & now.flags & TypeFlags.UniqueESSymbol) return old.symbol.name === now.symbol.name;
    if (old.flags & now.flags & (TypeFlags.StringLiteral | TypeFlags.NumberLiteral)) {
      return (old as ts.LiteralType).value === (now as ts.LiteralType).value;
    }
    if (old.flags & now.flags & TypeFlags.BigIntLiteral) {
      return this.#checker.typeToString(old) === this.#checker.typeToString(now);
    }
    // `true` and the `true` of a fresh literal; all other types of the language itself exist once.
    return old.flags === now.flags && (old.flags & TypeFlags.BooleanLiteral) !== 0
      ? this.#checker.typeToString(old) === this.#checker.typeToString(now)
      : false;
  }

  isPaired(old: ts.Type, now: ts.Type): boolean {
    if (this.#context.paired.has(pairOf(old, now))) return true;
    // The `this` types of two classes or interfaces that are being compared.
    return isThisType(old) && isThisType(now);
  }

  /** Types that have names on both sides; undefined where their structure decides. */
  #named(old: ts.Type, now: ts.Type): boolean | undefined {
    const before = namedOf(old, this.#context.surfaces);
    const after = namedOf(now, this.#context.surfaces);
    if (!before || !after) return undefined;
    const isEnum = (one: Named) => (one.symbol.flags & ts.SymbolFlags.Enum) !== 0;
    if (isEnum(before) || isEnum(after)) return undefined;
    if (before.package !== undefined || after.package !== undefined) {
      if (before.package === after.package && before.name === after.name) {
        if (this.#arguments(before, after)) return true;
        // Where the compiler has not resolved the alias, there is nothing but its arguments.
        return before.isAlias && after.isAlias && this.#isKnown(old, now) ? undefined : false;
      }
      return before.isAlias || after.isAlias || before.package === undefined || after.package === undefined
        ? undefined
        : false;
    }
    if (before.args.length !== after.args.length) return undefined;
    if (before.args.length === 0 && (before.isAlias || before.name !== after.name)) return undefined;
    if (this.declarations(before.symbol, after.symbol)) {
      if (this.#arguments(before, after)) return true;
      if (!before.isAlias || !after.isAlias || !this.#isKnown(old, now)) return false;
      return this.#unusedArguments(before, after) && this.#shapes(old, now);
    }
    return before.isAlias || after.isAlias ? undefined : false;
  }

  /** Whether the compiler knows what two types are, or the parts of what they are. */
  #isKnown(old: ts.Type, now: ts.Type): boolean {
    return (!this.isOpen(old) && !this.isOpen(now)) || (isGenericMapped(old) && isGenericMapped(now));
  }

  /** Arguments that the structure does not use are seen by inference, so they have to be the same. */
  #unusedArguments(old: Named, now: Named): boolean {
    const variances = this.#context.variances.of(old);
    return old.args.every((arg, index) => {
      return variances[index]?.polarity !== undefined || this.types(arg, now.args[index] as ts.Type);
    });
  }

  #arguments(old: Named, now: Named): boolean {
    return (
      old.args.length === now.args.length && old.args.every((arg, index) => this.types(arg, now.args[index] as ts.Type))
    );
  }

  /** Whether each type of one list has its equal in the other; one that is written twice has the same. */
  #members(old: readonly ts.Type[], now: readonly ts.Type[]): boolean {
    const left = new Set(now);
    const isEqual = (one: ts.Type, other: ts.Type) => mayBeEqual(one, other) && this.types(one, other);
    const isThere = old.every((one) => {
      if (left.delete(one)) return true;
      const found = [...left].find((other) => isEqual(one, other)) ?? now.find((other) => isEqual(one, other));
      if (found) left.delete(found);
      return found !== undefined;
    });
    return isThere && [...left].every((other) => old.some((one) => isEqual(one, other)));
  }

  #enums(old: ts.Type, now: ts.Type): boolean {
    const [one, other] = [enumOf(old, this.#checker), enumOf(now, this.#checker)];
    if (!one || !other || one.name !== other.name) return false;
    const isMember = (type: ts.Type) => (type.symbol.flags & ts.SymbolFlags.Enum) === 0;
    if (isMember(old) !== isMember(now)) return false;
    if (isMember(old) && old.symbol.name !== now.symbol.name) return false;
    return this.enums(one, other);
  }

  /** Whether two enums have the same members with the same values. */
  enums(old: ts.Symbol, now: ts.Symbol): boolean {
    const isConst = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.ConstEnum) !== 0;
    const [before, after] = [enumMembersOf(old, this.#checker), enumMembersOf(now, this.#checker)];
    return (
      isConst(old) === isConst(now) &&
      before.size === after.size &&
      [...before].every(([name, { value }]) => after.has(name) && after.get(name)?.value === value)
    );
  }

  #deferred(old: ts.Type, now: ts.Type): boolean {
    const { TypeFlags } = ts;
    const both = old.flags & now.flags;
    if (both & TypeFlags.Index) return this.types((old as ts.IndexType).type, (now as ts.IndexType).type);
    if (both & TypeFlags.IndexedAccess) {
      const [one, other] = [old as ts.IndexedAccessType, now as ts.IndexedAccessType];
      return this.types(one.objectType, other.objectType) && this.types(one.indexType, other.indexType);
    }
    if (both & TypeFlags.TemplateLiteral) {
      const [one, other] = [old as ts.TemplateLiteralType, now as ts.TemplateLiteralType];
      return (
        one.texts.join("\0") === other.texts.join("\0") &&
        one.types.length === other.types.length &&
        one.types.every((type, index) => this.types(type, other.types[index] as ts.Type))
      );
    }
    if (both & TypeFlags.StringMapping) {
      const [one, other] = [old as ts.StringMappingType, now as ts.StringMappingType];
      return one.symbol.name === other.symbol.name && this.types(one.type, other.type);
    }
    if (both & TypeFlags.Substitution) {
      const [one, other] = [old as ts.SubstitutionType, now as ts.SubstitutionType];
      return this.types(one.baseType, other.baseType) && this.types(one.constraint, other.constraint);
    }
    if (both & TypeFlags.Conditional) return this.#conditionals(old as ts.ConditionalType, now as ts.ConditionalType);
    return false;
  }

  #conditionals(old: ts.ConditionalType, now: ts.ConditionalType): boolean {
    const [one, other] = [old.root, now.root];
    if (one.isDistributive !== other.isDistributive) return false;
    this.pairEnclosing(one.node, other.node);
    if (!this.types(old.checkType, now.checkType)) return false;
    const [infers, inferred] = [one.inferTypeParameters ?? [], other.inferTypeParameters ?? []];
    if (!this.#typeParameters(infers, inferred)) return false;
    return (
      this.identical(old.extendsType, now.extendsType) &&
      (["trueType", "falseType"] as const).every((branch) =>
        this.types(branchOf(old, branch, this.#checker), branchOf(now, branch, this.#checker)),
      )
    );
  }

  /** Mapped types whose keys are known only where they are used. */
  #mapped(old: ts.Type, now: ts.Type): boolean {
    const [one, other] = [mappedOf(old, this.#checker), mappedOf(now, this.#checker)];
    if (!one || !other || one.keepsForm !== other.keepsForm) return false;
    this.pairKeys(old, one, now, other);
    return (
      one.optional === other.optional &&
      one.readonly === other.readonly &&
      this.#optional(one.over, other.over) &&
      (!keepsModifiers(one) || this.#optional(one.modifiers, other.modifiers)) &&
      this.#optional(one.name, other.name) &&
      this.#optional(one.value, other.value)
    );
  }

  /** The type parameters of two mapped types and those around them. */
  pairKeys(old: ts.Type, one: Mapped, now: ts.Type, other: Mapped): void {
    const [before, after] = [mappedNodeOf(old), mappedNodeOf(now)];
    if (before && after) this.pairEnclosing(before, after);
    for (const key of one.keys) for (const counterpart of other.keys) this.#pairParameters([key], [counterpart]);
  }

  #structures(old: ts.Type, now: ts.Type): boolean {
    const { surfaces } = this.#context;
    const checker = this.#checker;
    if (checker.isTupleType(old) || checker.isTupleType(now)) return this.#tuples(old, now);
    // Whatever extends an interface extends an object type with the same members.
    if (this.#exactly === undefined && isInterface(old) !== isInterface(now)) return false;
    const nominal = (type: ts.Type) => isNominal(type.symbol, surfaces);
    if (nominal(old) !== nominal(now)) return false;
    const [before, after] = membersOfBoth(old, now, checker);
    if (before.size !== after.size) return false;
    for (const kind of [ts.SignatureKind.Call, ts.SignatureKind.Construct]) {
      const [calls, called] = [old, now].map((type) => callOrder(checker.getSignaturesOfType(type, kind)));
      if (!calls || !called) return false;
      if (calls.length !== called.length) return false;
      if (!calls.every((one, index) => this.signatures(one, called[index] as ts.Signature))) return false;
    }
    const indexes = [...checker.getIndexInfosOfType(now)];
    if (checker.getIndexInfosOfType(old).length !== indexes.length) return false;
    for (const info of checker.getIndexInfosOfType(old)) {
      const found = indexes.findIndex((other) => this.types(info.keyType, other.keyType));
      const other = indexes[found];
      if (!other || info.isReadonly !== other.isReadonly || !this.types(info.type, other.type)) return false;
      indexes.splice(found, 1);
    }
    return [...before].every(([name, property]) => {
      const other = after.get(name);
      return other !== undefined && this.#properties(property, other);
    });
  }

  #properties(old: ts.Symbol, now: ts.Symbol): boolean {
    if (old === now) return true;
    const { surfaces } = this.#context;
    const flags = (symbol: ts.Symbol) =>
      [
        isOptional(symbol),
        isReadonly(symbol),
        isMethod(symbol),
        isMergedIn(symbol, this.#checker),
        (symbol.flags & ts.SymbolFlags.Accessor) !== 0 && isClassMember(symbol),
        symbol.declarations?.some(surfaces.isProtected) ?? false,
        symbol.declarations?.some((one) => ts.getCombinedModifierFlags(one) & ts.ModifierFlags.Abstract) ?? false,
      ].join();
    if (flags(old) !== flags(now)) return false;
    const setters = [old, now].map((symbol) => setterType(symbol, this.#checker));
    return (
      this.types(readType(old, this.#checker), readType(now, this.#checker)) && this.#optional(setters[0], setters[1])
    );
  }

  #tuples(old: ts.Type, now: ts.Type): boolean {
    const checker = this.#checker;
    if (!checker.isTupleType(old) || !checker.isTupleType(now)) return false;
    const [one, other] = [old as ts.TupleTypeReference, now as ts.TupleTypeReference];
    const [before, after] = [checker.getTypeArguments(one), checker.getTypeArguments(other)];
    return (
      one.target.elementFlags.join() === other.target.elementFlags.join() &&
      one.target.readonly === other.target.readonly &&
      before.every((type, index) => this.types(type, after[index] as ts.Type))
    );
  }
}

/** False where the kinds of two types already say that they differ. */
function mayBeEqual(old: ts.Type, now: ts.Type): boolean {
  const kinds =
    ts.TypeFlags.StringLike |
    ts.TypeFlags.NumberLike |
    ts.TypeFlags.BigIntLike |
    ts.TypeFlags.BooleanLike |
    ts.TypeFlags.ESSymbolLike |
    ts.TypeFlags.Void |
    ts.TypeFlags.Undefined |
    ts.TypeFlags.Null |
    ts.TypeFlags.Never;
  return (old.flags & kinds) === 0 ? (now.flags & kinds) === 0 : (old.flags & now.flags & kinds) !== 0;
}

/** Interfaces and classes have no implicit index signature: `Record<string, unknown>` does not take them. */
export function isInterface(type: ts.Type): boolean {
  if (type.isIntersection()) return type.types.some(isInterface);
  const symbol = isReference(type) ? type.target.symbol : type.symbol;
  return symbol !== undefined && (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class)) !== 0;
}

/** What a setter takes, where there is one. */
export function setterType(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Type | undefined {
  const parameter = symbol.declarations?.find(ts.isSetAccessor)?.parameters[0];
  return parameter && checker.getTypeAtLocation(parameter);
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

/** `const`, `in` and `out` in front of a type parameter, sorted. */
export function modifiersOf(type: ts.TypeParameter): string {
  return (type.symbol?.declarations ?? [])
    .flatMap((one) =>
      ts.isTypeParameterDeclaration(one) ? (one.modifiers ?? []).map((modifier) => modifier.getText()) : [],
    )
    .sort()
    .join(" ");
}

/** The type parameters of the declarations around a node, from the outside. */
function enclosingParameters(node: ts.Node, checker: ts.TypeChecker): ts.TypeParameter[] {
  const found: ts.TypeParameter[] = [];
  for (let one: ts.Node | undefined = node; one; one = one.parent) {
    const { typeParameters } = one as { typeParameters?: ts.NodeArray<ts.TypeParameterDeclaration> };
    if (typeParameters) found.unshift(...typeParameters.map((parameter) => typeParameterAt(parameter, checker)));
  }
  return found;
}
