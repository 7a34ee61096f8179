export declare function detectLocale(header: string): string;
