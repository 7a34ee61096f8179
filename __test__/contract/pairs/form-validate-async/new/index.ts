export type Validate<V> = (value: V) => string | undefined | Promise<string | undefined>;
export declare function field<V>(options: { initial: V; validate?: Validate<V> }): { set(value: V): void };
