export type Merge<D, E> = D extends Function ? Holder<D>["held"] | E : string;
interface Holder<D> { readonly held: D }
export {};
