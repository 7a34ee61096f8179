export declare function formatDate(date: Date, options?: Pick<Intl.DateTimeFormatOptions, "dateStyle" | "timeStyle">): string;
