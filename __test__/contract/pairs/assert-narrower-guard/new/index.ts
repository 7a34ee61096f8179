export interface User { readonly name: string; readonly email?: string }
export interface Admin extends User { readonly rights: readonly string[] }
export declare function assertUser(x: unknown): asserts x is User;
export declare function isAdmin(x: User): x is Admin;
export declare function invariant(cond: unknown, msg?: string): asserts cond;
