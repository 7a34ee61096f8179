type Unwatch = () => void;
export interface Observable<T> { readonly current: T; watch(cb: (v: T) => void): Unwatch }
export declare function observe<T>(value: T): Observable<T>;
