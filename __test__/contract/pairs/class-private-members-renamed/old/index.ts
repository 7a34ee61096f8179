export class Registry<T> {
  private readonly items = new Map<string, T>();
  private locked = false;
  set(key: string, item: T): this { if (!this.locked) this.items.set(key, item); return this; }
  get(key: string): T | undefined { return this.items.get(key); }
  static of<T>(items: Record<string, T>): Registry<T> { const r = new Registry<T>(); for (const k in items) r.set(k, items[k]!); return r; }
}
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
