export class Bag<T> {
  private list: T[] = [];
  add(...items: T[]): number { return this.list.push(...items); }
  get size(): number { return this.list.length; }
  private readonly mark = 1;
}
export const bagOf = <T,>(...items: T[]): Bag<T> => { const b = new Bag<T>(); b.add(...items); return b; };
