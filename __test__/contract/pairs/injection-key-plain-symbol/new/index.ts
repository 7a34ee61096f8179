export declare const CART_KEY: symbol;
export interface Registry { [key: symbol]: { items: number } }
export declare const registry: Registry;
