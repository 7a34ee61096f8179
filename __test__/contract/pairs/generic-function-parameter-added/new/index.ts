export declare function pluck<T, K extends keyof T>(from: T, key: K): unknown;
