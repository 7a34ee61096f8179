export interface Record2 { readonly id: string; delete(): Promise<void>; clone(): Record2; }
export interface Record2Class { new (id: string): Record2; findAll(): Promise<Record2[]>; readonly table: string }
export declare function modelFor(table: string): Record2Class;
export type CurrencyCode = "EUR" | "CHF" | "USD";
export type MoneyText = `${number} ${CurrencyCode}`;
export declare function moneyText(amount: number, currency: CurrencyCode): MoneyText;
export declare const currencySymbols: Readonly<Record<CurrencyCode, string>>;
