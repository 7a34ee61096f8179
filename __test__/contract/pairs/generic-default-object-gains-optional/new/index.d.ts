export interface Page<Item, Meta = { total: number; next?: string }> { readonly items: readonly Item[]; readonly meta: Meta }
export declare function load<Item>(path: string): Promise<Page<Item>>;
