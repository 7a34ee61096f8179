type Id = string; type Callback<T> = (error: Error | null, value?: T) => void;
export declare function read(id: Id, cb: Callback<string>): void;
export declare function write(id: string, value: string): Promise<void>;
export type CurrencyCode = "EUR" | "CHF" | "USD";
export type MoneyText = `${number} ${CurrencyCode}`;
export declare function moneyText(amount: number, currency: CurrencyCode): MoneyText;
export declare const currencySymbols: Readonly<Record<CurrencyCode, string>>;
export type Preference = { name: "density"; value: "compact" | "cosy" } | { name: "animations"; value: boolean };
export declare function readPreference<N extends Preference["name"]>(name: N): Extract<Preference, { name: N }>["value"];
