export declare function draft<T>(value: T): Partial<Pick<T, keyof T>>;
