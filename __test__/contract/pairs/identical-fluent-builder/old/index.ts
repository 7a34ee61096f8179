type Merge<A, B> = { [K in keyof A | keyof B]: K extends keyof B ? B[K] : K extends keyof A ? A[K] : never };
export interface Select<T, Sel extends keyof T = never, J = {}> {
  select<K extends keyof T>(...k: K[]): Select<T, Sel | K, J>;
  join<N extends string, U>(name: N, other: Select<U, any, any>): Select<T, Sel, Merge<J, Record<N, U>>>;
  nest(): Select<T[], never, { inner: Select<T, Sel, J> }>;
  run(): Promise<readonly Merge<Pick<T, Sel>, J>[]>;
}
export declare function from<T>(): Select<T>;
