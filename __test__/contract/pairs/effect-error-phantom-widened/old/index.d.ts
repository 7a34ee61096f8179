declare const E: unique symbol;
export interface Effect<out A, out Err = never, out R = never> { readonly [E]: { readonly _A: () => A; readonly _E: () => Err; readonly _R: () => R }; pipe<B>(f: (self: this) => B): B }
export declare function succeed<A>(a: A): Effect<A>;
export declare function flatMap<A, B, E2, R2>(f: (a: A) => Effect<B, E2, R2>): <E1, R1>(self: Effect<A, E1, R1>) => Effect<B, E1 | E2, R1 | R2>;
export declare function catchAll<E1, B>(f: (e: E1) => Effect<B>): <A, R>(self: Effect<A, E1, R>) => Effect<A | B, never, R>;
export declare function runSync<A>(effect: Effect<A, never, never>): A;
export interface ParseError { readonly _tag: "ParseError"; readonly line: number }
export interface IoError { readonly _tag: "IoError"; readonly path: string }
export declare function readConfig(path: string): Effect<{ port: number }, ParseError>;
export {};
