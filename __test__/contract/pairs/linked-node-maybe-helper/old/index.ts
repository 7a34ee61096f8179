export interface LinkedNode<T> { value: T; next: LinkedNode<T> | null; readonly previous: LinkedNode<T> | null }
export declare function linked<T>(values: readonly T[]): LinkedNode<T> | null;
