export declare function log(...words: string[]): void;
