export declare function open(url: string): void;
// helper
export declare function close(): void;
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
