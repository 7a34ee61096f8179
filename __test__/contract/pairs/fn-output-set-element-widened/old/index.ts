export type Role = "admin" | "user";
export declare function roles(user: string): Set<Role>;
export declare function isRole(x: string): boolean;
