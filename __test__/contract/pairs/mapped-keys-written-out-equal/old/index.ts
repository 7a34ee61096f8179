export declare function flagsOf<K extends string>(keys: K[]): Partial<Record<K, boolean>>;
export declare function labelsOf<K extends string>(keys: K[]): Readonly<Record<K, string>>;
export declare function some<T, K extends keyof T>(value: T, keys: K[]): Partial<Pick<T, K>>;
