declare const dataTag: unique symbol;
export type QueryKey<TData> = readonly unknown[] & { readonly [dataTag]?: TData };
interface Order { readonly id: string; readonly total: number }
export declare const orderKey: (id: string) => QueryKey<Order>;
export declare const meKey: QueryKey<{ readonly name: string }>;
export declare function getData<T>(key: QueryKey<T>): T | undefined;
