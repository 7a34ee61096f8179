export interface Page<T = unknown> { readonly items: readonly T[]; readonly cursor: string | null }
export declare function firstPage<T>(url: string): Promise<Page<T>>;
