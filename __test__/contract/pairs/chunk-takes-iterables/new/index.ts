export declare function chunk<T>(items: Iterable<T>, size: number): T[][];
