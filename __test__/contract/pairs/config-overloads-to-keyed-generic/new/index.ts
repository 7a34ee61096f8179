interface Values { port: number; host: string; tls: boolean }
export declare function config<K extends keyof Values>(key: K): Values[K];
export declare function configFile(): string;
export declare function VisuallyHidden<E extends import("react").ElementType = "span">(
  props: { as?: E } & Omit<import("react").ComponentPropsWithoutRef<E>, "as">,
): import("react").ReactNode;
export declare class RemoteError extends Error {
  constructor(text: string, options?: { status?: number; cause?: unknown });
  readonly status: number;
  static is(value: unknown): value is RemoteError;
}
type KeyOf<T, K> = K extends keyof T ? T[K] : never;
type Merge<A, B> = Omit<A, keyof B> & B;
export declare function valueAt<T extends object, K extends string>(entity: T, key: K): KeyOf<T, K>;
export declare function mergeEntities<A extends object, B extends object>(a: A, b: B): Merge<A, B>;
