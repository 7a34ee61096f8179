export interface Clock { now(): number }
export class Cache<Key, Val> {
  static shared: Cache<string, number> = new Cache("shared");
  readonly name: string;
  protected ttl: number;
  readonly #entries: [Key, Val][] = [];
  private map = 1;
  constructor(label: string, ttl?: number, c?: Clock) { this.name = label + (c?.now() ?? this.map); this.ttl = ttl ?? 1; }
  get(key: Key): Val | undefined { return this.#entries.find((e) => e[0] === key)?.[1]; }
  get size(): number { return 0; }
}
export const sizeOf: (cache: Cache<any, any>) => number = (c) => c.size;
