export declare function zip<A, B>(a: readonly A[], b: readonly B[]): [A, B][];
export interface Pair<A, B = A> { first: A; second: B }
export declare function pair<T>(v: T): Pair<T>;
