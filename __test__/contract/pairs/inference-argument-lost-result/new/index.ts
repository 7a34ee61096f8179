export declare function first<T>(list: readonly unknown[]): T | undefined;
