export declare function read<T, K extends keyof T>(value: T, key: keyof T): T[K];
