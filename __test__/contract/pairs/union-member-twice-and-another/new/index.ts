export interface Branch<T> { value: (() => T) | Branch<T>[] | (() => T) | { of: T } | null }
export declare function grow<T>(value: T): Branch<T>;
