export type Cents = number & { readonly __unit: "cents" };
export declare function cents(n: number): Cents;
export declare function sum(...all: Cents[]): Cents;
