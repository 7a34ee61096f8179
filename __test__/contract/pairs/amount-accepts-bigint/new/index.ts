export declare function formatAmount(amount: number | bigint, currency: "EUR" | "USD"): string;
