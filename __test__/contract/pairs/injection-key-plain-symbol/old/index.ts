export declare const CART_KEY: unique symbol;
export interface Registry { [CART_KEY]: { items: number } }
export declare const registry: Registry;
