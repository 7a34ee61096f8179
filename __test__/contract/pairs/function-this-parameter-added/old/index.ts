export declare function describe(prefix: string): string;
