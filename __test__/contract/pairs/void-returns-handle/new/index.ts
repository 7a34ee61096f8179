export interface Subscription { unsubscribe(): void; readonly closed: boolean }
export declare function watch<T>(source: () => T, cb: (now: T, before: T | undefined) => void): Subscription;
export declare class Hub { private constructor(); static main: Hub; add(name: string): this }
export declare function current(): Subscription;
