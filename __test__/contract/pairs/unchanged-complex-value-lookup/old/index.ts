type Val<T, K> = K extends keyof T ? T[K] : never;
type Write<T, U> = Omit<T, keyof U> & U;
type Mutate<S, Ms> = Ms extends [] ? S : Ms extends [[infer I, infer A], ...infer R] ? Mutate<Mutators<S, A>[I & keyof Mutators<S, A>], R> : never;
export interface Mutators<S, A> { "demo/devtools": Write<S, { devtools: A }>; "demo/persist": Write<S, { persist: { clear(): void; options: A } }> }
export interface Api<T> { getState: () => T; setState: (p: Partial<T>) => void }
export type Creator<T, Mis extends [keyof Mutators<any, any>, unknown][] = [], Mos extends [keyof Mutators<any, any>, unknown][] = []> =
  ((set: Val<Mutate<Api<T>, Mis>, "setState">, get: () => T) => T) & { readonly mutators?: Mos };
export declare function create<T>(): <M extends [keyof Mutators<any, any>, unknown][] = []>(c: Creator<T, [], M>) => Mutate<Api<T>, M>;
export declare function combine<T extends object, U extends object>(a: T, c: Creator<U>): Creator<Write<T, U>>;
