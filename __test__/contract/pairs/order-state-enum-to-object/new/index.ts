export declare const OrderState: { readonly Open: "open"; readonly Paid: "paid" };
export type OrderState = (typeof OrderState)[keyof typeof OrderState];
export declare function stateOf(id: string): OrderState;
