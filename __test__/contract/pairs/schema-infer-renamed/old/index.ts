export interface Codec<Out, In = Out> { decode(input: In): Out; readonly kind: string }
export type Infer<C> = C extends Codec<infer O, any> ? O : never;
export declare function list<C extends Codec<any>>(item: C): Codec<Infer<C>[]>;
export declare const text: Codec<string>;
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
