export type Currency = "EUR" | "USD";
export declare function format(cents: number, currency: Currency): string;
