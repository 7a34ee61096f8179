type Role = "admin" | "user";
export declare function grant(permissions: Partial<Record<Role, readonly string[]>>): void;
