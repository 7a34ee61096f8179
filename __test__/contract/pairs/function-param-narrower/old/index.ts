export declare function lookup(key: string | number): boolean;
