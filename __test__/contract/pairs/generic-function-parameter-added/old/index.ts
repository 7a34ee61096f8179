export declare function pluck<T>(from: T, key: keyof T): unknown;
