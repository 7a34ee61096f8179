export declare function log(format: (line: string) => string): void;
