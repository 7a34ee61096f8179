export declare class RemoteError extends Error {
  constructor(text: string, options?: { status?: number; cause?: unknown });
  readonly status: number;
  static is(value: unknown): value is RemoteError;
}
type KeyOf<T, K> = K extends keyof T ? T[K] : never;
type Merge<A, B> = Omit<A, keyof B> & B;
export declare function valueAt<T extends object, K extends string>(entity: T, key: K): KeyOf<T, K>;
export declare function mergeEntities<A extends object, B extends object>(a: A, b: B): Merge<A, B>;
type Val<T, K> = K extends keyof T ? T[K] : never;
type Write<T, U> = Omit<T, keyof U> & U;
type Creator<T, M extends readonly unknown[] = []> = ((set: (p: Partial<T>) => void) => T) & { $$mutators?: M };
export declare function pickFrom<T extends object, K extends string>(source: T, key: K): Val<T, K>;
export declare function devtools<T, M extends readonly unknown[]>(creator: Creator<T, M>, name?: string): Creator<T, ["devtools", ...M]>;
export declare function extend<T extends object, U extends object>(base: T, extra: U): Write<T, U>;
export declare function combine<T extends object, U extends object>(initial: T, creator: Creator<U>): Creator<Write<T, U>>;
export {};
