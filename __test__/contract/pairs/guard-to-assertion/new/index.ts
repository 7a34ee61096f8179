export interface Admin { role: "admin"; grant(): void }
export declare function isAdmin(user: { role: string }): asserts user is Admin;
