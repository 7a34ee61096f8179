export function paginate<T>(items: readonly T[], { page = 1, size = 10 } = {}) {
  const start = (page - 1) * size;
  return { items: items.slice(start, start + size), last: start + size >= items.length };
}
export const pageCount = (n: number, size = 10) => Math.ceil(n / size);
export interface Ref2<T> { get value(): T; set value(next: T) }
export declare function ref2<T>(initial: T): Ref2<T>;
export declare function toRefs2<T extends object>(source: T): { readonly [K in keyof T]: Ref2<T[K]> };
