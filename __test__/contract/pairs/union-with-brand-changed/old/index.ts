export type Id = string & { readonly __id: "shop/id" };
export declare function find(name: string): Id | null;
export declare function open(id: Id | null): void;
