export interface Stream<T> { map<U>(f: (value: T) => U): Stream<U>; take(n: number): Stream<T>; toArray(): Promise<T[]>; filter<S extends T>(test: (value: T) => value is S): Stream<S> }
export declare function streamOf<T>(...values: T[]): Stream<T>;
