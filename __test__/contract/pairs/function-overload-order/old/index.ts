export declare function convert(value: string): string;
export declare function convert(value: unknown): number;
