export declare function loadUser(id: string): Promise<{ id: string; roles: string[] }>;
export type LoadedUser = Awaited<ReturnType<typeof loadUser>>;
