export declare function listOf<T>(first: T): { items: T[] };
