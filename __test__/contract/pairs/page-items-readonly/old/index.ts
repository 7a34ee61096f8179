export interface Page<T> { readonly items: T[]; next?: string }
export declare function loadPage<T>(cursor?: string): Promise<Page<T>>;
