export interface Page<T, C = string> { readonly items: readonly T[]; readonly cursor: C | null }
export interface Fetcher { list<T>(path: string, size?: number): Promise<Page<T>>; listBy<T, C>(path: string, c: C): Promise<Page<T, C>> }
export declare const api: Fetcher;
