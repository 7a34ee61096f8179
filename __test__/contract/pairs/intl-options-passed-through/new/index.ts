export declare function formatNumber(n: number | bigint, options?: Intl.NumberFormatOptions): string;
export declare function formatDate(d: Date, options?: Intl.DateTimeFormatOptions): string;
