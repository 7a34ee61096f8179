export interface Signal<T> { (): T; readonly peek: () => T; readonly sources: readonly Signal<unknown>[] }
export declare function signal<T>(initial: T): Signal<T>;
export declare function combine<T>(all: readonly Signal<T>[]): Signal<readonly T[]>;
