declare const tag: unique symbol;
type Brand<T, B extends string> = T & { readonly [tag]: B };
export type OrderId = Brand<string, "order-id">;
export type Cents = Brand<number, "money">;
export declare function toOrderId(raw: string): OrderId;
export declare function price(id: OrderId): Cents;
