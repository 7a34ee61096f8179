export declare function createUser(input: { name: string; mail?: string }): Promise<{ id: string }>;
export type CreateUserInput = Parameters<typeof createUser>[0];
export type CreatedUser = Awaited<ReturnType<typeof createUser>>;
