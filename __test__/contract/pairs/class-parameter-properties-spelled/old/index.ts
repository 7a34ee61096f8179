export interface Clock { now(): number }
export class Cache<K, V> {
  private readonly map = new Map<K, V>();
  constructor(readonly name: string, protected ttl: number = 10, private clock?: Clock) {}
  get size() { return this.map.size; }
  get(k: K) { return this.clock ? this.map.get(k) : undefined; }
  static shared = new Cache<string, number>("shared");
}
export const sizeOf = (c: Cache<any, any>) => c.size;
