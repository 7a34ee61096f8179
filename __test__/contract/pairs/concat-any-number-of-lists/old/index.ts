export declare function concat<T>(left: readonly T[], right: readonly T[]): T[];
