export interface User { id: string; name: string }
export declare function assertUser(x: unknown): User;
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
