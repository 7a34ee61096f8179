export declare function invalidate(key: readonly unknown[]): Promise<void>;
