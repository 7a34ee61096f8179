export declare function draft<T>(value: T): Readonly<Partial<T>>;
