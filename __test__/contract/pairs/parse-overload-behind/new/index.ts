export declare function parseDate(text: string): Date | null;
export declare function parseDate(text: string, fallback: Date): Date;
