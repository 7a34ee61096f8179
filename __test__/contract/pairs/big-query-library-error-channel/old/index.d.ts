export type Loader<T, A extends readonly unknown[]> = (...args: A) => Promise<T>;
export interface Resource<T, E> { read(): T; peek(): { value: T } | { error: E } | undefined; reload(): Promise<Resource<T, E>>; map<U>(f: (v: T) => U): Resource<U, E>; recover<U>(f: (e: E) => U): Resource<T | U, never> }
export interface HttpProblem { status: number; title: string }
export declare function useResource<T, A extends readonly unknown[]>(load: Loader<T, A>, ...args: A): Resource<T, HttpProblem>;
export declare function preload<T, A extends readonly unknown[]>(load: Loader<T, A>, ...args: A): void;
export {};
