export declare function lookup(key: string): boolean;
