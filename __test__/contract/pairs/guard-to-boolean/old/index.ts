export interface Admin { level: number }
export declare function isAdmin(user: unknown): user is Admin;
