export type Json = string | number | boolean | null | readonly Json[] | { readonly [k: string]: Json };
type Jsonify<T> = T extends { toJSON(): infer J } ? J : T extends Json ? T : T extends (...a: any[]) => any ? never : T extends object ? { [K in keyof T as T[K] extends (...a: any[]) => any ? never : K]: Jsonify<T[K]> } : never;
export declare function serialize<T>(value: T): Jsonify<T>;
export declare function parse(text: string): Json;
export declare function isJson(x: unknown): x is Json;
