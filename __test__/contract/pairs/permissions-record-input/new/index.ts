type Role = "admin" | "user" | "guest";
export declare function grant(permissions: { readonly [R in Role]?: Iterable<string> }): void;
