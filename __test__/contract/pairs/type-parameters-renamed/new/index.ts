export declare function zip<Left, Right>(left: ReadonlyArray<Left>, right: ReadonlyArray<Right>): Array<[left: Left, right: Right]>;
export interface Pair<L, R = L> { second: R; first: L }
export declare function pair<T>(v: T): Pair<T>;
