export interface Branch<T> { value: (() => T) | Branch<T>[] | null }
export declare function grow<T>(value: T): Branch<T>;
