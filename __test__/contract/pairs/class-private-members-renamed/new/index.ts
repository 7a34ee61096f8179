export class Registry<T> {
  private entries: [string, T][] = [];
  private version = 0;
  set(key: string, item: T): this { this.version++; this.entries.push([key, item]); return this; }
  get(key: string): T | undefined { return this.entries.find(e => e[0] === key)?.[1]; }
  static of<T>(items: Record<string, T>): Registry<T> { const r = new Registry<T>(); for (const k in items) r.set(k, items[k]!); return r; }
}
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
