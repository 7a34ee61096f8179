export declare function on<K extends "login">(k: K, f: (p: string) => void): void;
export declare const eventNames: readonly ["login"];
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
