export type Predicate<T> = (value: T) => boolean;
export declare function keep<T>(items: readonly T[], test: Predicate<T>): T[];
