export declare function prepend<T>(item: T, list: T[]): T[];
export declare function prepend<T, U>(item: T, list: string[]): U[];
