interface Impl { id: string; count: number; save(): void; load: () => Promise<void> }
type DataOf<T> = { [K in keyof T as T[K] extends (...args: never[]) => unknown ? never : K]: T[K] };
export type Data = DataOf<Impl>;
export declare function dataOf(x: unknown): Data;
