export declare function find(name: string): (string & { readonly __id: "shop/product-id" }) | null;
export declare function open(id: (string & { readonly __id: "shop/product-id" }) | null): void;
