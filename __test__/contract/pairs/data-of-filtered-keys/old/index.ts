interface Impl { id: string; count: number; save(): void; load: () => Promise<void> }
type DataKeys<T> = { [K in keyof T]: T[K] extends (...args: never[]) => unknown ? never : K }[keyof T];
export type Data = Pick<Impl, DataKeys<Impl>>;
export declare function dataOf(x: unknown): Data;
