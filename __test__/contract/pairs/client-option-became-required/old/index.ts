export interface SdkOptions { tenant?: string; region?: "eu" | "us" }
export declare function createSdk(options: SdkOptions): { ping(): Promise<void> };
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
