import ts = require("typescript");

import { sizeOf } from "./sizes.js";
import { conditionalRootOf, idOf, isInstantiated } from "./typescript-internals.js";

/** How often instantiations of one declaration may stand within smaller ones before they count as one that was met. */
const MAX_DEPTH = 4;

/** Is told of a type that was not gone into, and when the outermost one with the same declarations is done. */
export interface Limits {
  met(origin: string): void;
  over?(origin: string): void;
}

/** Instantiations of one declaration that are within each other: how often they grew, and to what size. */
interface Nested {
  depth: number;
  size: number;
}

/**
 * Bounds walks over types that contain themselves with growing arguments, `{ next: Deep<T[]> }`: each instantiation is
 * another type to the compiler. They are told apart by the nodes that declare them, of which there are finitely many. What does
 * not grow has an end, `Deep<Deep<string>>`, and is gone into however deep it is.
 */
export class Growth {
  readonly #checker: ts.TypeChecker;
  readonly #nested = new Map<string, Nested>();

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /** Whether a walk is inside of types with the same declarations. */
  isInside(origins: string): boolean {
    return this.#nested.has(origins);
  }

  /** Whether a walk is inside of smaller types with the same declarations. */
  isGrowing(types: readonly ts.Type[]): boolean {
    const key = originsOf(types);
    const outer = key === undefined ? undefined : this.#nested.get(key);
    // The walk is in the types that it asks about.
    return outer !== undefined && outer.depth > 1;
  }

  #sizeOf(types: readonly ts.Type[]): number {
    return types.reduce((sum, type) => sum + sizeOf(type, this.#checker), 0);
  }

  /** Runs a step of the walk, unless the same declarations are already within each other too often. */
  within<T>(types: readonly ts.Type[], otherwise: T, step: () => T, limits?: Limits): T {
    const key = originsOf(types);
    if (key === undefined) return step();
    const outer = this.#nested.get(key);
    const size = this.#sizeOf(types);
    const grows = outer === undefined || size > outer.size;
    const inner = { depth: (outer?.depth ?? 0) + (grows ? 1 : 0), size: Math.max(size, outer?.size ?? 0) };
    if (inner.depth > MAX_DEPTH) {
      limits?.met(key);
      return otherwise;
    }
    this.#nested.set(key, inner);
    try {
      return step();
    } finally {
      if (outer) this.#nested.set(key, outer);
      else {
        this.#nested.delete(key);
        limits?.over?.(key);
      }
    }
  }
}

/** What declares types, as a key; undefined where one of them cannot grow. */
export function originsOf(types: readonly ts.Type[]): string | undefined {
  const origins = types.map(originOf);
  return origins.includes(undefined) ? undefined : origins.map((origin) => origin && idOf(origin)).join(":");
}

/** What declares a type that may contain another instantiation of itself. */
function originOf(type: ts.Type): object | undefined {
  if (type.flags & ts.TypeFlags.Conditional) return conditionalRootOf(type);
  if (type.isIntersection()) return intersectionOf(type.types);
  if (type.symbol === undefined || !(type.flags & ts.TypeFlags.Object)) return undefined;
  const isReference = (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference;
  const mayGrow = isInstantiated(type) || Boolean(isReference && (type as ts.TypeReference).target !== type);
  return mayGrow ? type.symbol : undefined;
}

/** An intersection has no declaration; a part that may contain it stands for it, and is counted apart. */
function intersectionOf(parts: readonly ts.Type[]): object | undefined {
  const part = parts.map(originOf).find((one) => one !== undefined);
  if (part === undefined) return undefined;
  const known = intersections.get(part) ?? {};
  intersections.set(part, known);
  return known;
}

const intersections = new WeakMap<object, object>();
