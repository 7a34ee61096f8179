export declare function labels<T>(value: T): Partial<Record<keyof T, string>>;
