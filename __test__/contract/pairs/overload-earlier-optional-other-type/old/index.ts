export declare function legacyId(key: symbol): symbol;
export declare function legacyId(prefix?: string): string;
