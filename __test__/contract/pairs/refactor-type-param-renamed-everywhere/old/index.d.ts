export interface Repo<T, K extends keyof T = keyof T> {
  find(where: Partial<T>): Promise<T | undefined>;
  by(key: K, value: T[K]): Promise<T[]>;
  with<U>(relation: string): Repo<T & U>;
  on<E extends "saved" | "removed">(e: E, cb: (e: T, kind: E) => void): this;
}
export declare function repo<T>(name: string): Repo<T>;
export {};
