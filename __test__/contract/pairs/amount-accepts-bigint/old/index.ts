export declare function formatAmount(amount: number, currency: "EUR" | "USD"): string;
