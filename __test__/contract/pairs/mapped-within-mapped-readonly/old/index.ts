export declare function draft<T>(value: T): Partial<T>;
