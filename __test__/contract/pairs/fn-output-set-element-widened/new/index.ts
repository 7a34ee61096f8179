export type Role = "admin" | "user";
export declare function roles(user: string): Set<Role | "guest">;
export declare function isRole(x: string): boolean;
