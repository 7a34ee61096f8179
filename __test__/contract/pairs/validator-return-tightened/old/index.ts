type Check<V> = (value: V, all: Readonly<Record<string, unknown>>) => string | boolean | undefined;
type Rules<T> = { readonly [K in keyof T]?: Check<T[K]> | readonly Check<T[K]>[] };
export interface FormOptions<T extends object> { readonly initial: T; readonly rules?: Rules<T> }
export declare function createForm<T extends object>(o: FormOptions<T>): { readonly values: Readonly<T>; submit(): Promise<boolean> };
export declare function required(v: unknown): string | undefined;
