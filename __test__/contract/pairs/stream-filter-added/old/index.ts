export interface Stream<T> { map<U>(f: (value: T) => U): Stream<U>; take(n: number): Stream<T>; toArray(): Promise<T[]> }
export declare function streamOf<T>(...values: T[]): Stream<T>;
