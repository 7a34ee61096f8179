import ts = require("typescript");

import { basesOf, isInherited } from "./bases.js";
import { flip, join, type Polarity } from "./change.js";
import { constraintOf, typeParametersOf } from "./declared-parameters.js";
import { Growth } from "./growth.js";
import type { Surfaces } from "./program.js";
import { isForeign, isMethod, isReadonly } from "./properties.js";
import { CONTAINERS, isAny, isReference } from "./type-kinds.js";
import { LIBRARY, type Named, namedOf } from "./type-names.js";
import { idOf, mappedNodeOf } from "./typescript-internals.js";

/** How the values of a generic type depend on one of its parameters. */
export interface Variance {
  /** `output`: as the type itself; `input`: the other way round; `both`: neither; undefined: not at all. */
  polarity: Polarity | undefined;
  /** Whether a member that can be assigned to has the parameter as its type. */
  writable: boolean;
  /** Whether a conditional or mapped type stands in between, so that only the resolved type tells. */
  indirect: boolean;
}

/** Containers into which consumers put values as well. Arrays are left to TypeScript's own leniency. */
const WRITTEN: ReadonlySet<string> = new Set(["Map", "Set", "WeakMap", "WeakSet", "WritableStream"]);

/** Types of the language that are what a function or promise gives. */
const RESULTS: ReadonlySet<string> = new Set(["Awaited", "ReturnType"]);

/** Types of React that take the props of a component: whoever renders it gives them. */
const COMPONENTS =
  /^(React\.)?(FunctionComponent|FC|VFC|VoidFunctionComponent|ComponentType|ComponentClass|JSXElementConstructor|ExoticComponent|NamedExoticComponent|ForwardRefExoticComponent|ProviderExoticComponent)$/;

export function isComponentType({ package: home, name }: Named): boolean {
  return home === "react" && COMPONENTS.test(name);
}

/**
 * The variance of the type parameters of generic types, found by a walk over the declaration: each generic type is looked at
 * once, by its own parameters.
 */
export class Variances {
  readonly #surfaces: Surfaces;
  readonly #known = new Map<ts.Symbol, Variance[]>();

  constructor(surfaces: Surfaces) {
    this.#surfaces = surfaces;
  }

  of(named: Named): readonly Variance[] {
    const special = this.#special(named);
    if (special) return special;
    const known = this.#known.get(named.symbol);
    if (known) return known;
    const { checker } = this.#surfaces;
    const parameters = typeParametersOf(named.symbol, checker);
    let found: Variance[] = parameters.map(() => ({ polarity: undefined, indirect: false, writable: false }));
    if (parameters.length === 0) {
      this.#known.set(named.symbol, found);
      return found;
    }
    // A type that mentions itself depends on its own variance: repeated until nothing is added. Each round only adds.
    for (let round = 0; round < 4; round++) {
      this.#known.set(named.symbol, found);
      const next = this.#measure(named.symbol, parameters);
      const settled = next.every((one, index) => one.polarity === found[index]?.polarity);
      found = next;
      if (settled) break;
    }
    this.#known.set(named.symbol, found);
    return found;
  }

  #special(named: Named): Variance[] | undefined {
    if (isComponentType(named)) return named.args.map(() => ({ polarity: "input", indirect: false, writable: false }));
    if (named.package !== LIBRARY) return undefined;
    const fixed = (polarity: Polarity) => ({ polarity, indirect: false, writable: false });
    if (WRITTEN.has(named.name)) return named.args.map(() => fixed("both"));
    if (named.name === "ReadonlyMap") return [fixed("both"), fixed("output")];
    if (/^(Async)?Generator$/.test(named.name)) return [fixed("output"), fixed("output"), fixed("input")];
    // `has` takes what may be in it.
    if (named.name === "ReadonlySet") return [{ ...fixed("output"), writable: true }];
    if (CONTAINERS.has(named.name)) return named.args.map(() => fixed("output"));
    if (RESULTS.has(named.name)) return [fixed("output")];
    if (named.name === "Parameters") return [fixed("input")];
    return undefined;
  }

  #measure(symbol: ts.Symbol, parameters: readonly ts.TypeParameter[]): Variance[] {
    const { checker } = this.#surfaces;
    const found: Variance[] = parameters.map(() => ({ polarity: undefined, indirect: false, writable: false }));
    const met = new Set<string>();
    const growth = new Growth(checker);

    const visit = (
      type: ts.Type,
      polarity: Polarity,
      indirect: boolean,
      { top = false, writable = false } = {},
    ): void => {
      if (type.flags & ts.TypeFlags.TypeParameter) {
        const index = parameters.indexOf(type as ts.TypeParameter);
        const known = found[index];
        if (known) {
          found[index] = {
            polarity: join(known.polarity, polarity),
            indirect: known.indirect || indirect,
            writable: known.writable || writable,
          };
        }
        return;
      }
      const key = `${idOf(type)}:${polarity}:${indirect}:${writable}`;
      if (met.has(key) || isAny(type)) return;
      met.add(key);
      const named = top ? undefined : namedOf(type, this.#surfaces);
      if (named && named.args.length > 0) {
        const variances = this.of(named);
        for (const [index, arg] of named.args.entries()) {
          const one = variances[index];
          // An argument that is not used still names a type.
          if (one?.polarity) visit(arg, compose(polarity, one.polarity), indirect || one.indirect);
        }
        return;
      }
      if (named && !top && (named.package !== undefined || named.args.length === 0)) return;
      if (type.isUnionOrIntersection()) {
        for (const part of type.types) visit(part, polarity, indirect);
      } else if (type.flags & ts.TypeFlags.Conditional) {
        const { root, checkType, extendsType } = type as ts.ConditionalType;
        visit(checkType, "both", true);
        visit(extendsType, "both", true);
        for (const branch of [root.node.trueType, root.node.falseType]) {
          visit(checker.getTypeFromTypeNode(branch), polarity, true);
        }
      } else if (type.flags & ts.TypeFlags.IndexedAccess) {
        const { objectType, indexType } = type as ts.IndexedAccessType;
        visit(objectType, polarity, true);
        visit(indexType, "both", true);
      } else if (type.flags & ts.TypeFlags.Index) {
        visit((type as ts.IndexType).type, flip(polarity), true);
      } else if (type.flags & ts.TypeFlags.TemplateLiteral) {
        for (const part of (type as ts.TemplateLiteralType).types) visit(part, polarity, indirect);
      } else if (type.flags & ts.TypeFlags.StringMapping) {
        visit((type as ts.StringMappingType).type, polarity, indirect);
      } else if (type.flags & ts.TypeFlags.Object) {
        growth.within([type], undefined, () => visitObject(type, polarity, indirect));
      }
    };

    const visitObject = (type: ts.Type, polarity: Polarity, indirect: boolean): void => {
      const mapped = mappedNodeOf(type);
      if (mapped?.type) {
        const keys = mapped.typeParameter.constraint;
        // `keyof T` brings no values of its own; other keys say which members there are.
        if (keys && !ts.isTypeOperatorNode(keys)) visit(checker.getTypeFromTypeNode(keys), flip(polarity), true);
        visit(checker.getTypeFromTypeNode(mapped.type), polarity, true);
        return;
      }
      if (isReference(type) && checker.isTupleType(type)) {
        for (const arg of checker.getTypeArguments(type)) visit(arg, polarity, indirect);
        return;
      }
      for (const kind of [ts.SignatureKind.Call, ts.SignatureKind.Construct]) {
        for (const signature of checker.getSignaturesOfType(type, kind))
          visitSignature(signature, polarity, indirect, false);
      }
      const bases = basesOf(type, this.#surfaces);
      for (const base of bases) {
        const variances = this.of(base);
        for (const [index, arg] of base.args.entries()) {
          const one = variances[index];
          if (one?.polarity) visit(arg, compose(polarity, one.polarity), indirect || one.indirect);
        }
      }
      for (const property of checker.getPropertiesOfType(type)) {
        if (bases.length > 0 && isInherited(property, type)) continue;
        const own = checker.getTypeOfSymbol(property);
        if (isMethod(property)) {
          for (const signature of checker.getSignaturesOfType(own, ts.SignatureKind.Call)) {
            visitSignature(signature, polarity, indirect, true);
          }
        } else
          visit(own, polarity, indirect, { writable: !isReadonly(property) && !isForeign(property, this.#surfaces) });
      }
      for (const info of checker.getIndexInfosOfType(type)) visit(info.type, polarity, indirect);
    };

    const visitSignature = (signature: ts.Signature, polarity: Polarity, indirect: boolean, method: boolean): void => {
      for (const parameter of signature.parameters) {
        const type = checker.getTypeOfSymbol(parameter);
        // TypeScript compares the parameters of methods in both directions, and those of callbacks in them in one.
        const isCallback =
          checker.getSignaturesOfType(checker.getNonNullableType(type), ts.SignatureKind.Call).length > 0;
        if (!method || isCallback) visit(type, flip(polarity), indirect);
        else visit(type, polarity === "input" ? "output" : "input", indirect);
      }
      visit(signature.getReturnType(), polarity, indirect);
      const proven = checker.getTypePredicateOfSignature(signature)?.type;
      if (proven) visit(proven, "both", indirect);
      for (const one of signature.typeParameters ?? []) {
        const constraint = constraintOf(one, checker);
        if (constraint) visit(constraint, flip(polarity), indirect);
      }
    };

    visit(checker.getDeclaredTypeOfSymbol(symbol), "output", false, { top: true });
    return found;
  }
}

/** A type with one variance inside another one. */
export function compose(outer: Polarity, inner: Polarity): Polarity {
  return inner === "output" ? outer : inner === "input" ? flip(outer) : "both";
}
