export declare function convert(value: unknown): number;
export declare function convert(value: string): string;
