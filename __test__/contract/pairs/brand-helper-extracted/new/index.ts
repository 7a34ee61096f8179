type Branded<T, B extends string> = T & { readonly __brand: B };
export type OrderId = Branded<string, "OrderId">;
export type UserId = Branded<string, "UserId">;
export declare function userId(raw: string): UserId;
export declare function ordersOf(user: UserId): Promise<OrderId[]>;
