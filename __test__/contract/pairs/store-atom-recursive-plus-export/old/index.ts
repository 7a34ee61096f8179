export interface Atom<V> {
  readonly init: V;
  map<U>(f: (v: V) => U): Atom<U>;
  pair<U>(other: Atom<U>): Atom<readonly [V, U]>;
  nest(): Atom<Atom<V>>;
}
export declare function atom<V>(init: V): Atom<V>;
export declare function read<V>(a: Atom<V>): V;
export type Jsonish = string | number | boolean | null | readonly Jsonish[] | { readonly [key: string]: Jsonish };
export declare function cloneJson<T extends Jsonish>(value: T): T;
