export declare function groupBy<T, K extends string>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]>;
