export type OrderState = "open" | "paid" | "sent";
export interface Order { readonly id: string; readonly state: OrderState; readonly history: readonly { readonly at: Date; readonly state: OrderState }[] }
export declare function order(id: string): Promise<Order>;
export declare function onOrder(fn: (o: Order) => void): () => void;
