export interface Page<T> { readonly items: readonly T[]; readonly cursor: string | null }
export declare function firstPage<T>(url: string): Promise<Page<T>>;
