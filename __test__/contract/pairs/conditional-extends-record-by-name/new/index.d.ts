type Ignored = string | number | null | any[] | Record<never, any>;
export type Rest<R> = R extends Array<Record<string | number | symbol, any> | Ignored> ? R : never;
export type Flat<R> = R extends Record<string | number | symbol, any> ? 1 : 2;
export declare function flat<R>(value: R): Flat<R>;
export {};
