export declare function read(id: string, cb: (error: Error | null, value?: string) => void): void;
export declare function write(id: string, value: string): Promise<void>;
export type CurrencyCode = "EUR" | "CHF" | "USD";
export type MoneyText = `${number} ${CurrencyCode}`;
export declare function moneyText(amount: number, currency: CurrencyCode): MoneyText;
export declare const currencySymbols: Readonly<Record<CurrencyCode, string>>;
export type Preference = { name: "density"; value: "compact" | "cosy" } | { name: "animations"; value: boolean };
export declare function readPreference<N extends Preference["name"]>(name: N): Extract<Preference, { name: N }>["value"];
