interface Paged<T> { items: T[]; total: number; next?: () => Promise<Paged<T>> }
export interface Product { sku: string }
export interface ProductPage { total: number; next?: () => Promise<Paged<Product>>; items: Product[] }
export declare function products(): Promise<ProductPage>; export declare function users(): Promise<Paged<string>>;
