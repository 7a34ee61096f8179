export declare function parseDate(text: string): Date | null;
