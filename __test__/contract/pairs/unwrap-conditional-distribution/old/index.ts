export type ItemOf<T> = T extends readonly (infer I)[] ? I : T;
export declare function first<T>(value: T): ItemOf<T>;
