export interface Money { amount: number; currency: string }
export declare function price(sku: string): Money;
