export declare function fold<T, R>(start: R, step: (sum: R, item: T) => R, list: T[]): R;
export declare function fold<T, R>(path: string, start: string, list: T[]): R | undefined;
