export declare function listOf<const T>(first: T): { items: T[] };
