export interface Page<T> { readonly items: readonly T[]; next?: string }
export declare function loadPage<T>(cursor?: string): Promise<Page<T>>;
