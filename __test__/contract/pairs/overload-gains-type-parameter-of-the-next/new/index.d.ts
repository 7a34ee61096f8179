export declare function prepend<T, List = T[]>(item: T, list: T[]): T[];
export declare function prepend<T, U>(item: T, list: string[]): U[];
