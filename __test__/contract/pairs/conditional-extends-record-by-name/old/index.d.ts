type Input = Record<string | number | symbol, any>;
type Ignored = string | number | null | any[] | Record<never, any>;
export type Rest<R> = R extends Array<Input | Ignored> ? R : never;
export type Flat<R> = R extends Input ? 1 : 2;
export declare function flat<R>(value: R): Flat<R>;
export {};
