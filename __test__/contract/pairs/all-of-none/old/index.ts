export declare function firstOf<T>(first: T, ...rest: T[]): T | undefined;
