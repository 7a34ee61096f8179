export interface Subscription { unsubscribe(): void; readonly closed: boolean }
export declare function watch<T>(source: () => T, cb: (now: T, before: T | undefined) => void): void;
export declare class Hub { private constructor(); static main: Hub; add(name: string): void }
export declare function current(): Subscription;
