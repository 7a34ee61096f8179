type Maybe<T> = T | null;
type Link<T> = Maybe<LinkedNode<T>>;
export interface LinkedNode<V> { value: V; next: Link<V>; readonly previous: Link<V> }
export declare function linked<T>(values: readonly T[]): Link<T>;
