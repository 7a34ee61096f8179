export declare function labels<T>(value: T): Record<keyof T, string>;
