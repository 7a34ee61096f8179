export interface Codec<Out, In = Out> { decode(input: In): Out; readonly kind: string }
export type Infer<T> = T extends Codec<infer Output, any> ? Output : never;
export declare function list<C extends Codec<any>>(item: C): Codec<Infer<C>[]>;
export declare const text: Codec<string>;
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
