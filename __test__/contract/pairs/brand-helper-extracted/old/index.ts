export type UserId = string & { readonly __brand: "UserId" };
export type OrderId = string & { readonly __brand: "OrderId" };
export declare function userId(raw: string): UserId;
export declare function ordersOf(user: UserId): Promise<OrderId[]>;
