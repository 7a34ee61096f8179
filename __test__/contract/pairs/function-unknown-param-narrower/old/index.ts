export declare function stringify(value: unknown): string;
