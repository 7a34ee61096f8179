declare const brand: unique symbol;
export type UserId = string & { readonly [brand]: "UserId" };
export declare function removeUser(id: UserId): void;
