export type Verb = "get" | "put" | "patch";
export interface ApiOptions { base: string; limits?: Partial<Record<Verb, number>>; headers?: Record<string, string> }
export interface Api { call(path: string): Promise<unknown>; readonly base: string }
export declare function createApi(options: ApiOptions): Api;
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
