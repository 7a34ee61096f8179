export declare function formatDate(date: Date, options?: Intl.DateTimeFormatOptions): string;
