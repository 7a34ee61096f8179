export declare function trim(text: string, limit?: number): string;
