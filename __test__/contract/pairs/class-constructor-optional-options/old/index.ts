export interface CacheOptions { ttl: number; max?: number }
export class Cache<V> {
  constructor(readonly name: string) {}
  private data: Record<string, V> = {};
  get(k: string): V | undefined { return this.data[k]; }
}
export function useCache(c: Cache<string>, o?: CacheOptions): string | undefined { return c.get(c.name + o?.ttl); }
export declare namespace Geometry {
  interface Vec2 { x: number; y: number }
  interface Rect2 extends Vec2 { width: number; height: number }
  type Anchor = "start" | "center" | "end";
  function overlap(a: Rect2, b: Rect2): Rect2 | null;
}
