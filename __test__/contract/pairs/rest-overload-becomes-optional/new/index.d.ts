export declare function log(word?: string): void;
export declare function log(code: number): void;
