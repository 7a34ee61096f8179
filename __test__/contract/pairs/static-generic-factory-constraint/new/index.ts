interface Model { readonly id: string }
export declare class Repo<T extends Model> {
  private constructor();
  static of<T extends Model = Model>(name: string, init?: { readonly seed?: readonly T[]; readonly ttl?: number }): Repo<T>;
  find(id: T["id"]): Promise<T | undefined>;
  where<K extends keyof T>(k: K, is: T[K] | readonly T[K][]): Promise<readonly T[]>;
}
export declare const repos: () => readonly string[];
