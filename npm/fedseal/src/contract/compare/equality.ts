import ts = require("typescript");

import { Assumptions } from "./assumptions.js";
import { isNominal, isPrivatelyMade } from "./bases.js";
import { type At, type Context, reportCut } from "./context.js";
import { constraintOf, enclosingParameters, modifiersOf, typeParametersOf } from "./declared-parameters.js";
import { enumMembersOf, enumOf } from "./enum-members.js";
import { equalDeferred, equalMapped } from "./equal-deferred.js";
import { equalStructures } from "./equal-structures.js";
import { Growth } from "./growth.js";
import { byKey, pairsByKey } from "./keyed.js";
import type { Mapped } from "./mapped.js";
import { isOpen } from "./open-types.js";
import { isWhole, parametersOf, returnsThis, visibilityOf } from "./parameters.js";
import type { Surfaces } from "./program.js";
import { declarationOf } from "./properties.js";
import { isAny, isDeferred, isGenericMapped, isReference, isStructure } from "./type-kinds.js";
import { type Named, namedOf, nameOf } from "./type-names.js";
import {
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
 * Generic types are compared
 * by their declarations and by their arguments and are not expanded, so that a type that returns itself with other
 * arguments is a finite question.
 */
export class Equality {
  readonly checker: ts.TypeChecker;
  readonly surfaces: Surfaces;
  readonly #context: Omit<Context, "equality" | "compare" | "compareShapes">;
  readonly #assumptions: Assumptions;
  readonly #growth: Growth;
  readonly #open = new Map<ts.Type, boolean>();
  #exactly: Exactly | undefined;

  constructor(context: Omit<Context, "equality" | "compare" | "compareShapes">) {
    this.#context = context;
    this.checker = context.checker;
    this.#assumptions = new Assumptions(context.paired);
    this.surfaces = context.surfaces;
    this.#growth = new Growth(context.checker);
  }

  types(before: ts.Type, present: ts.Type): boolean {
    const old = withoutSubstitution(before);
    const now = withoutSubstitution(this.#context.defaults.get(present) ?? present);
    if (old === now) return true;
    return this.#ask(pairOf(old, now), this.isOpen(old) || this.isOpen(now), () =>
      this.#growth.within([old, now], true, () => this.#types(old, now), {
        // A mapped type whose keys are not known is the same one at each depth.
        met: () => {
          if (!isGenericMapped(old) || !isGenericMapped(now)) reportCut(this.#context, placeOf(old, now));
        },
      }),
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

  /** Whether the question that is being answered is one of those two. */
  get isExact(): boolean {
    return this.#exactly !== undefined;
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
      this.#pairParameters(typeParametersOf(old, this.checker), typeParametersOf(now, this.checker));
      return true;
    }
    const isMade = (one: ts.Symbol) => isNominal(one, this.surfaces) || isPrivatelyMade(one);
    if (this.#exactly === "copies" && nameOf(old) === nameOf(now) && isMade(old) && isMade(now)) {
      this.#pairParameters(typeParametersOf(old, this.checker), typeParametersOf(now, this.checker));
      return true;
    }
    return this.#ask(`declared ${pairOf(old, now)}`, false, () => {
      const before = typeParametersOf(old, this.checker);
      const after = typeParametersOf(now, this.checker);
      return this.typeParameters(before, after) && this.#declared(old, now);
    });
  }

  #declared(old: ts.Symbol, now: ts.Symbol): boolean {
    const [before, after] = [this.checker.getDeclaredTypeOfSymbol(old), this.checker.getDeclaredTypeOfSymbol(now)];
    // `type Alias = Other<…>` is a name for another named type.
    const isAlias = [before, after]
      .map((type) => namedOf(type, this.surfaces)?.symbol)
      .every((symbol) => symbol !== undefined && symbol !== old && symbol !== now);
    return isAlias ? this.types(before, after) : this.#shapes(before, after);
  }

  signatures(old: ts.Signature, now: ts.Signature): boolean {
    const checker = this.checker;
    if (!this.typeParameters(old.typeParameters ?? [], now.typeParameters ?? [])) return false;
    if (visibilityOf(old) !== visibilityOf(now)) return false;
    // A private constructor shows no parameters.
    if (visibilityOf(old).endsWith("private")) return true;
    const [before, after] = [parametersOf(old, checker), parametersOf(now, checker)];
    if (before.length !== after.length) return false;
    const receivers = [old, now].map((signature) => {
      const symbol = thisParameterOf(signature);
      return symbol && checker.getTypeOfSymbol(symbol);
    });
    if (!this.optional(receivers[0], receivers[1])) return false;
    const parameters = before.every((one, index) => {
      const other = after[index];
      return (
        other !== undefined &&
        one.optional === other.optional &&
        one.rest === other.rest &&
        isWhole(one) === isWhole(other) &&
        this.types(one.type, other.type)
      );
    });
    if (!parameters) return false;
    const [proves, proven] = [checker.getTypePredicateOfSignature(old), checker.getTypePredicateOfSignature(now)];
    if (proves || proven) {
      return (
        proves?.kind === proven?.kind &&
        proves?.parameterIndex === proven?.parameterIndex &&
        this.optional(proves?.type, proven?.type)
      );
    }
    return returnsThis(old) === returnsThis(now) && this.types(old.getReturnType(), now.getReturnType());
  }

  isOpen(type: ts.Type): boolean {
    let open = this.#open.get(type);
    if (open === undefined) {
      open = isOpen(type, this.checker);
      this.#open.set(type, open);
    }
    return open;
  }

  #ask(question: string, open: boolean, answer: () => boolean): boolean {
    return this.#assumptions.ask(this.#exactly ? `${this.#exactly} ${question}` : question, open, answer);
  }

  /** Of what may be missing on both sides. */
  optional(old: ts.Type | undefined, now: ts.Type | undefined): boolean {
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
    const [before, after] = [old, now].map((node) => enclosingParameters(node, this.checker));
    this.#pairParameters(before ?? [], after ?? []);
  }

  /** Whether two lists of type parameters are equal. From then on each stands for its counterpart. */
  typeParameters(old: readonly ts.TypeParameter[], now: readonly ts.TypeParameter[]): boolean {
    if (old.length !== now.length) return false;
    this.#pairParameters(old, now);
    return old.every((one, index) => {
      const other = now[index] as ts.TypeParameter;
      return (
        this.optional(constraintOf(one, this.checker), constraintOf(other, this.checker)) &&
        this.optional(one.getDefault(), other.getDefault()) &&
        modifiersOf(one) === modifiersOf(other)
      );
    });
  }

  #types(old: ts.Type, now: ts.Type): boolean {
    if (isError(old) || isError(now)) return isError(old) && isError(now);
    if (isAny(old) || isAny(now)) return isAny(old) && isAny(now);
    const { TypeFlags } = ts;
    if (old.flags & TypeFlags.TypeParameter || now.flags & TypeFlags.TypeParameter) return this.isPaired(old, now);
    return (this.#named(old, now) ?? this.#shapes(old, now)) || this.#byKey(old, now);
  }

  /** Whether two types that keys decide about are equal for each key. What both extend does not tell, then. */
  #byKey(old: ts.Type, now: ts.Type): boolean {
    if (this.isExact) return false;
    const pairs = pairsByKey(this.#context, old, now);
    if (!pairs || [old, now].some((type) => byKey(type, this.checker)?.size !== pairs.length)) return false;
    return pairs.every(([, one, other]) => this.types(one, other));
  }

  /** Types without their names. */
  #shapes(old: ts.Type, now: ts.Type): boolean {
    const { TypeFlags } = ts;
    if (old === now) return true;
    if (isAny(old) || isAny(now)) return isAny(old) && isAny(now);
    if (old.flags & TypeFlags.TypeParameter || now.flags & TypeFlags.TypeParameter) return this.isPaired(old, now);
    if (old.flags & TypeFlags.EnumLike && now.flags & TypeFlags.EnumLike) return this.#enums(old, now);
    if (old.isUnion() || now.isUnion()) return old.isUnion() && now.isUnion() && this.#members(old.types, now.types);
    if (this.isExact && old.isIntersection() !== now.isIntersection()) return false;
    if (old.isIntersection() && now.isIntersection()) {
      if (this.isExact || !(isStructure(old) && isStructure(now))) return this.#members(old.types, now.types);
    }
    if (isDeferred(old) || isDeferred(now)) return equalDeferred(this, old, now);
    if (isGenericMapped(old) || isGenericMapped(now)) return equalMapped(this, old, now);
    if (isReference(old) && isReference(now) && old.target === now.target && !this.checker.isTupleType(old)) {
      const [before, after] = [this.checker.getTypeArguments(old), this.checker.getTypeArguments(now)];
      return before.every((arg, index) => arg === old || this.types(arg, after[index] as ts.Type));
    }
    if (isStructure(old) && isStructure(now)) return equalStructures(this, old, now);
    if (old.flags & now.flags & TypeFlags.UniqueESSymbol) return old.symbol.name === now.symbol.name;
    if (old.flags & now.flags & (TypeFlags.StringLiteral | TypeFlags.NumberLiteral)) {
      return (old as ts.LiteralType).value === (now as ts.LiteralType).value;
    }
    if (old.flags & now.flags & TypeFlags.BigIntLiteral) {
      return this.checker.typeToString(old) === this.checker.typeToString(now);
    }
    // `true` and the `true` of a fresh literal; all other types of the language itself exist once.
    return old.flags === now.flags && (old.flags & TypeFlags.BooleanLiteral) !== 0
      ? this.checker.typeToString(old) === this.checker.typeToString(now)
      : false;
  }

  isPaired(old: ts.Type, now: ts.Type): boolean {
    if (this.#context.paired.has(pairOf(old, now))) return true;
    // The `this` types of two classes or interfaces that are being compared.
    return isThisType(old) && isThisType(now);
  }

  /** Types that have names on both sides; undefined where their structure decides. */
  #named(old: ts.Type, now: ts.Type): boolean | undefined {
    const before = namedOf(old, this.surfaces);
    const after = namedOf(now, this.surfaces);
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
    const [one, other] = [enumOf(old, this.checker), enumOf(now, this.checker)];
    if (!one || !other || one.name !== other.name) return false;
    const isMember = (type: ts.Type) => (type.symbol.flags & ts.SymbolFlags.Enum) === 0;
    if (isMember(old) !== isMember(now)) return false;
    if (isMember(old) && old.symbol.name !== now.symbol.name) return false;
    return this.enums(one, other);
  }

  /** Whether two enums have the same members with the same values. */
  enums(old: ts.Symbol, now: ts.Symbol): boolean {
    const isConst = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.ConstEnum) !== 0;
    const [before, after] = [enumMembersOf(old, this.checker), enumMembersOf(now, this.checker)];
    return (
      isConst(old) === isConst(now) &&
      before.size === after.size &&
      [...before].every(([name, { value }]) => after.has(name) && after.get(name)?.value === value)
    );
  }

  /** The type parameters of two mapped types and those around them. */
  pairKeys(old: ts.Type, one: Mapped, now: ts.Type, other: Mapped): void {
    const [before, after] = [mappedNodeOf(old), mappedNodeOf(now)];
    if (before && after) this.pairEnclosing(before, after);
    for (const key of one.keys) for (const counterpart of other.keys) this.#pairParameters([key], [counterpart]);
  }
}

/** Where a type is declared that has no end. */
function placeOf(old: ts.Type, now: ts.Type): Pick<At, "path" | "old" | "now"> {
  const [before, after] = [old, now].map(nodeOf);
  let named = before;
  while (named && !(ts.isTypeAliasDeclaration(named) || ts.isInterfaceDeclaration(named))) named = named.parent;
  return { path: named?.name.text ?? "", old: before, now: after };
}

/** An intersection has no declaration, and its parts have. */
function nodeOf(type: ts.Type): ts.Node | undefined {
  const own = type.flags & ts.TypeFlags.Conditional ? (type as ts.ConditionalType).root.node : undefined;
  const found = own ?? declarationOf(type.aliasSymbol ?? type.symbol);
  if (found || !type.isUnionOrIntersection()) return found;
  return type.types.map(nodeOf).find((one) => one !== undefined);
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
