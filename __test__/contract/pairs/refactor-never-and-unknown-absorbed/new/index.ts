export declare function decode(raw: string): number;
export declare function log(value: unknown): void;
export declare function label(n: number): string;
