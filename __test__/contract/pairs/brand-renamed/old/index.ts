declare const brand: unique symbol;
type Brand<T, B extends string> = T & { readonly [brand]: B };
export type OrderId = Brand<string, "OrderId">;
export type Cents = Brand<number, "Cents">;
export declare function toOrderId(raw: string): OrderId;
export declare function price(id: OrderId): Cents;
