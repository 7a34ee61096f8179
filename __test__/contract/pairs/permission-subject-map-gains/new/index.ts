interface Subjects { read: Article | Comment2; publish: Article; moderate: Comment2; }
export interface Article { kind: "article"; author: string } export interface Comment2 { kind: "comment"; text: string }
export declare function can<A extends keyof Subjects>(action: A, subject: Subjects[A]): boolean;
export declare function explain(action: string): string;
export type CurrencyCode = "EUR" | "CHF" | "USD";
export type MoneyText = `${number} ${CurrencyCode}`;
export declare function moneyText(amount: number, currency: CurrencyCode): MoneyText;
export declare const currencySymbols: Readonly<Record<CurrencyCode, string>>;
