export declare enum OrderState { Open = "open", Paid = "paid" }
export declare function stateOf(id: string): OrderState;
