export interface Admin { role: "admin"; grant(): void }
export declare function isAdmin(user: { role: string }): user is Admin;
