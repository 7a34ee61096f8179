type Pending = { readonly status: "pending" };
type Done<T> = { readonly status: "done"; readonly data: T };
type Failed<E> = { readonly status: "failed"; readonly error: E };
type Stale<T> = { readonly status: "stale"; readonly data: T };
export type Async<T, E = Error> = Pending | Done<T> | Failed<E>;
export declare function useAsync<T>(fn: () => Promise<T>, deps?: readonly unknown[]): Async<T>;
