export const VERSION = "3.1.0";
export const isStable = (v: string): boolean => v.startsWith("3");
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
