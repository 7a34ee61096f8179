/** Kinds of a node. */
export enum Kind { File = "file", Dir = "dir" }
export declare function kind(path: string): Kind; // may throw
export type CurrencyCode = "EUR" | "CHF" | "USD";
export type MoneyText = `${number} ${CurrencyCode}`;
export declare function moneyText(amount: number, currency: CurrencyCode): MoneyText;
export declare const currencySymbols: Readonly<Record<CurrencyCode, string>>;
