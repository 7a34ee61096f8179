export type Merge<D, E> = D extends Function ? D | E : string;
export {};
