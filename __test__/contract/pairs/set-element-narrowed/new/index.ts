type Perm = "read" | "write" | "admin";
export declare function permissions(user: string): Set<Perm>;
export declare function allowed(user: string, action: string): boolean;
