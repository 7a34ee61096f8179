export declare function read<T, K extends keyof T>(value: T, key: K): T[K];
