import ts = require("typescript");

import { conditionalRootOf, idOf, isInstantiated } from "./typescript-internals.js";

/** How often instantiations of one declaration may stand within each other before they count as one that was met. */
const MAX_DEPTH = 4;

/** Is told of a type that was not gone into, and when the outermost one with the same declarations is done. */
export interface Limits {
  met(origin: string): void;
  over(origin: string): void;
}

/**
 * Bounds walks over types that contain themselves with growing arguments, `{ next: Deep<T[]> }`: each instantiation is
 * another type to the compiler. They are told apart by the nodes that declare them, of which there are finitely many.
 */
export class Growth {
  readonly #depths = new Map<string, number>();

  /** Whether a walk is inside of types with the same declarations. */
  isInside(origins: string): boolean {
    return (this.#depths.get(origins) ?? 0) > 0;
  }

  /** Runs a step of the walk, unless the same declarations are already within each other too often. */
  within<T>(types: readonly ts.Type[], otherwise: T, step: () => T, limits?: Limits): T {
    const key = originsOf(types);
    if (key === undefined) return step();
    const depth = this.#depths.get(key) ?? 0;
    if (depth >= MAX_DEPTH) {
      limits?.met(key);
      return otherwise;
    }
    this.#depths.set(key, depth + 1);
    try {
      return step();
    } finally {
      this.#depths.set(key, depth);
      if (depth === 0) limits?.over(key);
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
