export interface Branch<T> { value: (() => T) | Branch<T>[] | (() => T) | null }
export declare function grow<T>(value: T): Branch<T>;
