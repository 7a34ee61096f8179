export interface Page<Item, Meta = { total: number }> { readonly items: readonly Item[]; readonly meta: Meta }
export declare function load<Item>(path: string): Promise<Page<Item>>;
