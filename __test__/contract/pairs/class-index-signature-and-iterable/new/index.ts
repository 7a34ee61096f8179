export class Bag<T> {
  private list: T[] = [];
  add(...items: T[]): number { return this.list.push(...items); }
  get size(): number { return this.list.length; }
  *[Symbol.iterator](): Generator<T, void, undefined> { yield* this.list; }
  private readonly mark = 1;
}
export const bagOf = <T,>(...items: T[]): Bag<T> => { const b = new Bag<T>(); b.add(...items); return b; };
