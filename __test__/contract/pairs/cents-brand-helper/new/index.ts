type Branded<T, B extends string> = T & { readonly __brand: B };
export type Cents = Branded<number, "Cents">;
export declare function cents(n: number): Cents;
export declare function add(a: Cents, b: Cents): Cents;
