export declare function decode(raw: string & unknown): number | never;
export declare function log(value: unknown | string): void;
export declare function label(n: number): string;
