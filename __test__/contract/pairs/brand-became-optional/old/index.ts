export type UserId = string & { readonly __brand: "UserId" };
export declare function userId(raw: string): UserId;
export declare function open(id: UserId): void;
