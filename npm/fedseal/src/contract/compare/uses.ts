import ts = require("typescript");

import { basesOf, isInherited, isPrivatelyMade } from "./bases.js";
import { flip, join, type Polarity } from "./change.js";
import { constraintOf, typeParametersOf } from "./declared-parameters.js";
import { Growth } from "./growth.js";
import { byKey, indexesIn, partsOf, reachedBy } from "./keyed.js";
import { isOpen } from "./open-types.js";
import { mentionsLocal, ownersOf } from "./owners.js";
import { parametersOf } from "./parameters.js";
import type { Surfaces } from "./program.js";
import { declarationOf, isClassMember, isMethod, readType, setterType } from "./properties.js";
import { isAny, isReference } from "./type-kinds.js";
import { LIBRARY, type Named, namedOf } from "./type-names.js";
import { idOf, isThisType, mappedNodeOf, originOf } from "./typescript-internals.js";
import { newUse, type Use } from "./use.js";
import { compose, type Variances } from "./variance.js";
import { aliasesIn } from "./written.js";

/** Instantiations of one interface or class that are looked into. */
const MAX_INSTANTIATIONS = 8;

const NAMED = ts.SymbolFlags.Interface | ts.SymbolFlags.Class | ts.SymbolFlags.Enum | ts.SymbolFlags.TypeAlias;

/**
 * Who gives the values of the declared types of a surface, by the signatures that they occur in: a function's parameters are
 * given by the consumer (input), its results by the remote (output). Both named types and type literals are recorded.
 */
export class Uses {
  readonly #surfaces: Surfaces;
  readonly #variances: Variances;
  readonly #uses = new Map<ts.Symbol, Use>();
  /** Types in no signature: anybody may give their values. */
  readonly #free = new Set<ts.Symbol>();
  /** Type literals that are reached by an index, `Events[K]`. */
  readonly #indexedLiterals = new Set<ts.Symbol>();
  readonly #extensible = new Set<ts.Symbol>();
  /** Types whose values consumers hold themselves: results of functions, and exported values. */
  readonly #held = new Set<ts.Symbol>();
  readonly #met = new Set<string>();
  readonly #growth: Growth;
  readonly #expanded = new Map<ts.Symbol, number>();

  constructor(surfaces: Surfaces, variances: Variances) {
    this.#surfaces = surfaces;
    this.#variances = variances;
    this.#growth = new Growth(surfaces.checker);
  }

  /** Who gives the values of a type that both sides have; undefined where no signature says so. */
  whole(old: ts.Symbol | undefined, now: ts.Symbol | undefined): Polarity | undefined {
    const uses = this.#usesOf(old, now);
    if (uses.length === 0) return undefined;
    if (old && isPrivatelyMade(old)) return "output";
    const wholes = uses.flatMap((use) => use.whole ?? []);
    // Consumers who only read members by index make no values of the whole.
    return wholes.length > 0 ? wholes.reduce((sum, one) => join(sum, one)) : "output";
  }

  /**
   * The uses of the old version: consumers were written against it. An alias of a primitive leaves no trace in signatures;
   * then the new version says more.
   */
  #usesOf(old: ts.Symbol | undefined, now: ts.Symbol | undefined): Use[] {
    const present = [old, now].filter((symbol) => symbol !== undefined && this.#isKnown(symbol)) as ts.Symbol[];
    const used = present.find((symbol) => !this.#free.has(symbol)) ?? present[0];
    return used ? [this.#use(used)] : [];
  }

  /** A type literal is given with what it is in, unless it is reached by an index. */
  #isKnown(symbol: ts.Symbol): boolean {
    return this.#uses.has(symbol) && ((symbol.flags & NAMED) !== 0 || this.#indexedLiterals.has(symbol));
  }

  /** Who gives the values of one member. */
  member(old: ts.Symbol | undefined, now: ts.Symbol | undefined, name: string): Polarity | undefined {
    if (old && isPrivatelyMade(old)) return "output";
    const found = this.#usesOf(old, now).flatMap((use): Polarity[] =>
      [use.whole, use.members.get(name)].filter((one) => one !== undefined),
    );
    return found.length > 0 ? found.reduce((sum, one) => join(sum, one)) : undefined;
  }

  /** Whether consumers only reach members of a type, by an index, and never have the whole. */
  isIndexed(old: ts.Symbol | undefined, now: ts.Symbol | undefined): boolean {
    const uses = this.#usesOf(old, now);
    return uses.length > 0 && uses.every((use) => use.whole === undefined);
  }

  /** Whether no index reaches a member of a type of which consumers never have the whole. */
  isUnreached(owner: ts.Symbol | undefined, name: string): boolean {
    const use = owner && this.#isKnown(owner) ? this.#uses.get(owner) : undefined;
    return use !== undefined && use.whole === undefined && !use.members.has(name);
  }

  /** Whether a member is nothing but the arguments of a callback. */
  isArguments(old: ts.Symbol | undefined, now: ts.Symbol | undefined, name: string): boolean {
    const uses = this.#usesOf(old, now);
    return (
      uses.length > 0 && uses.every((use) => use.whole === undefined && use.rest.has(name) && !use.plain.has(name))
    );
  }

  /** Whether consumers can extend the class. */
  isExtensible(symbol: ts.Symbol | undefined): boolean {
    return symbol !== undefined && this.#extensible.has(symbol);
  }

  /**
   * Whether consumers are given values of the type as such, and so may write into them. What is only met inside of others, in
   * lists or as the argument of a callback, is read.
   */
  isHeld(symbol: ts.Symbol | undefined): boolean {
    return symbol !== undefined && this.#held.has(symbol);
  }

  has(symbol: ts.Symbol): boolean {
    return this.#uses.has(symbol);
  }

  /** Sets who gives the values of a type, whatever its uses are. */
  set(symbol: ts.Symbol, polarity: Polarity): void {
    this.#use(symbol).whole = polarity;
    // Whoever makes a value makes that of its bases.
    if (polarity === "both") for (const base of this.#localBasesOf(symbol)) this.set(base, polarity);
  }

  /** Another name of an object in a signature. */
  alias(symbol: ts.Symbol, literal: ts.Symbol): void {
    const known = this.#uses.get(literal)?.whole;
    if (known && !this.#uses.has(symbol)) this.#use(symbol).whole = known;
  }

  value(symbol: ts.Symbol): void {
    const type = this.#surfaces.checker.getTypeOfSymbol(symbol);
    this.#hold(type);
    this.#visit(type, "output");
  }

  #hold(type: ts.Type): void {
    for (const part of type.isUnionOrIntersection() ? type.types : [type]) {
      const symbol = namedOf(part, this.#surfaces)?.symbol ?? part.symbol;
      if (symbol) this.#held.add(symbol);
    }
  }

  /** A type in no signature, and the types that it mentions. */
  free(symbol: ts.Symbol): void {
    this.#free.add(symbol);
    this.#declared(symbol, "both");
  }

  /** A type whose values both sides may give, whatever its uses are. */
  invariant(symbol: ts.Symbol): void {
    this.#declared(symbol, "both");
  }

  #use(symbol: ts.Symbol): Use {
    let use = this.#uses.get(symbol);
    if (!use) {
      use = newUse();
      this.#uses.set(symbol, use);
    }
    return use;
  }

  #mark(symbol: ts.Symbol | undefined, polarity: Polarity): void {
    if (!symbol?.declarations?.some(this.#surfaces.isLocal)) return;
    const use = this.#use(symbol);
    use.whole = join(use.whole, polarity);
  }

  /** A class that consumers can extend, and so are those that it extends itself. */
  #extend(symbol: ts.Symbol): void {
    this.#extensible.add(symbol);
    for (const base of this.#localBasesOf(symbol)) this.#extend(base);
  }

  #localBasesOf(symbol: ts.Symbol): ts.Symbol[] {
    const bases = basesOf(this.#surfaces.checker.getDeclaredTypeOfSymbol(symbol), this.#surfaces);
    return bases.flatMap((base) => (base.package === undefined ? [base.symbol] : []));
  }

  #written(node: ts.TypeNode | undefined, polarity: Polarity): void {
    for (const symbol of aliasesIn(node, this.#surfaces.checker)) this.#mark(symbol, polarity);
  }

  #enter(key: string): boolean {
    if (this.#met.has(key)) return false;
    this.#met.add(key);
    return true;
  }

  /** A declared type, by its own parameters. */
  #declared(symbol: ts.Symbol, polarity: Polarity): void {
    this.#mark(symbol, polarity);
    if (!this.#enter(`declared:${idOf(symbol)}:${polarity}`)) return;
    const { checker } = this.#surfaces;
    this.#structure(checker.getDeclaredTypeOfSymbol(symbol), polarity);
    for (const parameter of typeParametersOf(symbol, checker)) this.#parameter(parameter, polarity);
  }

  #parameter(parameter: ts.TypeParameter, polarity: Polarity): void {
    const declaration = parameter.symbol.declarations?.find(ts.isTypeParameterDeclaration);
    this.#written(declaration?.constraint, flip(polarity));
    const constraint = constraintOf(parameter, this.#surfaces.checker);
    if (constraint) this.#visit(constraint, flip(polarity));
    const standard = parameter.getDefault();
    if (standard) this.#visit(standard, "both");
  }

  #visit(type: ts.Type, polarity: Polarity): void {
    if (isAny(type) || isThisType(type)) return;
    if (!this.#enter(`${idOf(type)}:${polarity}`)) return;
    const named = namedOf(type, this.#surfaces);
    const isKeyed = byKey(type, this.#surfaces.checker) !== undefined;
    if (isKeyed) this.#mark(type.aliasSymbol, polarity);
    else if (named) return this.#named(named, type, polarity);
    this.#growth.within([type], undefined, () => this.#structure(type, polarity));
  }

  #named(named: Named, type: ts.Type | undefined, polarity: Polarity): void {
    const local = named.package === undefined;
    const [from, keys] = named.args;
    if (named.package === LIBRARY && named.name === "Pick" && from && keys && isOpen(keys, this.#surfaces.checker)) {
      return this.#indexed(from, keys, polarity);
    }
    if (local) {
      const isEnum = (named.symbol.flags & ts.SymbolFlags.Enum) !== 0;
      if (isEnum) return this.#mark(named.symbol, polarity);
      this.#declared(named.symbol, polarity);
    }
    const variances = this.#variances.of(named);
    let resolved = true;
    for (const [index, arg] of named.args.entries()) {
      const variance = variances[index];
      if (variance?.indirect && type !== undefined && this.#mayExpand(named, type)) {
        resolved = false;
        this.#keys(arg);
      } else this.#visit(arg, compose(polarity, variance?.polarity ?? "both"));
    }
    // `Partial<Own>`, `Form<Own>`: the members tell.
    if (type && !resolved && named.args.some((arg) => mentionsLocal(arg, this.#surfaces))) {
      this.#growth.within([type], undefined, () => this.#structure(type, polarity));
    }
  }

  /** Whether the members of a generic type tell who gives its arguments. A few of its instantiations are enough. */
  #mayExpand({ symbol, isAlias }: Named, type: ts.Type): boolean {
    if (isOpen(type, this.#surfaces.checker)) return false;
    if (isAlias) return true;
    const count = this.#expanded.get(symbol) ?? 0;
    this.#expanded.set(symbol, count + 1);
    return count < MAX_INSTANTIATIONS;
  }

  /** Types that name members, as in `Record<Size, string>`: whoever uses them gives the names. */
  #keys(type: ts.Type): void {
    const named = namedOf(type, this.#surfaces);
    const literal = ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral | ts.TypeFlags.TemplateLiteral;
    const parts = type.isUnion() ? type.types : [type];
    if (parts.every((part) => part.flags & literal)) this.#visit(type, "input");
    else if (named?.package === LIBRARY && named.isAlias) for (const arg of named.args) this.#keys(arg);
  }

  /** `Api[K] extends { res: infer R } ? R : never`: what it is for each key is given or read, and the map is gone through. */
  #keyed(type: ts.Type, keyed: ReadonlyMap<string, ts.Type>, polarity: Polarity): void {
    for (const [object, index] of indexesIn(type)) this.#passed(object, index);
    for (const one of keyed.values()) {
      if (one.symbol) this.#indexedLiterals.add(one.symbol);
      this.#visit(one, polarity);
    }
  }

  #structure(type: ts.Type, polarity: Polarity): void {
    const keyed = byKey(type, this.#surfaces.checker);
    if (keyed) this.#keyed(type, keyed, polarity);
    else if (type.isUnionOrIntersection()) {
      // `Size | null`: the compiler makes one flat union of it, and remembers the names.
      for (const part of [...type.types, ...originOf(type)]) this.#visit(part, polarity);
    } else if (type.flags & ts.TypeFlags.Conditional) {
      const { root, checkType, extendsType } = type as ts.ConditionalType;
      this.#visit(checkType, "both");
      this.#visit(extendsType, "both");
      for (const node of [root.node.trueType, root.node.falseType]) this.#node(node, polarity);
    } else if (type.flags & ts.TypeFlags.IndexedAccess) {
      const { objectType, indexType } = type as ts.IndexedAccessType;
      this.#indexed(objectType, indexType, polarity);
    } else if (type.flags & ts.TypeFlags.Object) {
      this.#object(type, polarity);
    }
  }

  /** `Events[K]`: the members are given or read, the whole is not. */
  #indexed(object: ts.Type, index: ts.Type, polarity: Polarity, rest = false): void {
    const { checker } = this.#surfaces;
    if (!this.#enter(`indexed:${idOf(object)}:${idOf(index)}:${polarity}:${rest}`)) return;
    if (object.flags & ts.TypeFlags.IndexedAccess) {
      const { objectType, indexType } = object as ts.IndexedAccessType;
      this.#passed(objectType, indexType);
    }
    for (const part of partsOf(object, checker)) {
      // `{ [P in K]: Commands[P] }[K]`
      const mapped = mappedNodeOf(part);
      if (mapped?.type) this.#node(mapped.type, polarity);
      const owners = this.#usesInto(part);
      for (const [name, property] of reachedBy(index, part, checker)) {
        for (const own of owners) {
          own.members.set(name, join(own.members.get(name), polarity));
          own[rest ? "rest" : "plain"].add(name);
        }
        const type = readType(property, checker);
        if (type.symbol) this.#indexedLiterals.add(type.symbol);
        this.#visit(type, polarity);
      }
      for (const info of checker.getIndexInfosOfType(part)) this.#visit(info.type, polarity);
    }
  }

  /** The first part of `Paths[P]["response"]`: its members are only gone through. */
  #passed(object: ts.Type, index: ts.Type): void {
    const { checker } = this.#surfaces;
    if (object.flags & ts.TypeFlags.IndexedAccess) {
      const { objectType, indexType } = object as ts.IndexedAccessType;
      this.#passed(objectType, indexType);
    }
    for (const part of partsOf(object, checker)) {
      for (const { members } of this.#usesInto(part)) {
        for (const [name] of reachedBy(index, part, checker)) members.set(name, join(members.get(name), "output"));
      }
    }
  }

  /** The uses of a type that an index reaches into. */
  #usesInto(part: ts.Type): Use[] {
    return ownersOf(part, this.#surfaces).map((symbol) => {
      this.#indexedLiterals.add(symbol);
      return this.#use(symbol);
    });
  }

  #object(type: ts.Type, polarity: Polarity): void {
    const { checker } = this.#surfaces;
    if (isReference(type) && checker.isTupleType(type)) {
      for (const arg of checker.getTypeArguments(type)) this.#visit(arg, polarity);
      return;
    }
    this.#mark(type.symbol, polarity);
    const isClass = type.symbol !== undefined && (type.symbol.flags & ts.SymbolFlags.Class) !== 0;
    const made = isClass ? checker.getSignaturesOfType(type, ts.SignatureKind.Construct) : [];
    if (polarity !== "input" && made.length > 0 && !isPrivatelyMade(type.symbol)) this.#extend(type.symbol);
    const mapped = mappedNodeOf(type);
    if (mapped?.type) this.#node(mapped.type, polarity);
    for (const kind of [ts.SignatureKind.Call, ts.SignatureKind.Construct]) {
      for (const signature of checker.getSignaturesOfType(type, kind)) this.#signature(signature, polarity);
    }
    const bases = basesOf(type, this.#surfaces);
    for (const base of bases) this.#named(base, undefined, polarity);
    for (const property of checker.getPropertiesOfType(type)) {
      if (bases.length > 0 && isInherited(property, type)) continue;
      this.#written((declarationOf(property) as { type?: ts.TypeNode } | undefined)?.type, polarity);
      const own = readType(property, checker);
      const taken = setterType(property, checker);
      if (taken) this.#visit(taken, flip(polarity));
      // Subclasses may take less than the methods that they override.
      const isOverridden = polarity === "both" && isMethod(property) && isClassMember(property);
      const calls = isOverridden ? checker.getSignaturesOfType(own, ts.SignatureKind.Call) : [];
      if (calls.length === 0) this.#visit(own, polarity);
      for (const signature of calls) this.#signature(signature, polarity, "input");
    }
    for (const info of checker.getIndexInfosOfType(type)) this.#visit(info.type, polarity);
  }

  #signature(signature: ts.Signature, polarity: Polarity, given = flip(polarity)): void {
    const { checker } = this.#surfaces;
    const { type: result } = (signature.declaration ?? {}) as { type?: ts.TypeNode };
    this.#written(result, polarity);
    // `...args: Arguments`: its elements are parameters, and the list has a name.
    const last = signature.parameters.at(-1);
    const list = last && checker.getTypeOfSymbol(last);
    if (list && checker.isTupleType(list)) this.#visit(list, given);
    for (const { type, rest, node } of parametersOf(signature, checker)) {
      if (node && ts.isParameter(node)) this.#written(node.type, given);
      if (rest && type.flags & ts.TypeFlags.IndexedAccess) {
        const { objectType, indexType } = type as ts.IndexedAccessType;
        this.#indexed(objectType, indexType, given, true);
      } else this.#visit(type, given);
    }
    const returned = signature.getReturnType();
    if (polarity !== "input") this.#hold(returned);
    this.#visit(returned, polarity);
    const proven = checker.getTypePredicateOfSignature(signature)?.type;
    if (proven) this.#visit(proven, polarity);
    for (const parameter of signature.typeParameters ?? []) this.#parameter(parameter, polarity);
  }

  /** The type of a node, where the compiler keeps none for a part of a type. */
  #node(node: ts.TypeNode, polarity: Polarity): void {
    this.#visit(this.#surfaces.checker.getTypeFromTypeNode(node), polarity);
  }
}
