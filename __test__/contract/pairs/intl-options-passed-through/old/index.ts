export declare function formatNumber(n: number, options?: Pick<Intl.NumberFormatOptions, "style" | "currency">): string;
export declare function formatDate(d: Date, options?: Intl.DateTimeFormatOptions): string;
