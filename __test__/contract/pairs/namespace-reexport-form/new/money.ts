type Code = "EUR" | "USD";
export type { Code as Currency };
export declare function format(cents: number, currency: Code): string;
