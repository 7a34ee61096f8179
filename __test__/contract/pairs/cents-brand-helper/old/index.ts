export type Cents = number & { readonly __brand: "Cents" };
export declare function cents(n: number): Cents;
export declare function add(a: Cents, b: Cents): Cents;
