export interface Money { amount: string; currency: string }
export declare function price(sku: string): Money;
