export declare function groupBy<T, K extends string | number | symbol>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]>;
