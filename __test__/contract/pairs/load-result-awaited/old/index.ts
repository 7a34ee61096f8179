export declare function loadUser(id: string): Promise<{ id: string; roles: string[] }>;
export type LoadedUser = { id: string; roles: string[] };
