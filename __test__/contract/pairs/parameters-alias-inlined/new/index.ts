export declare function createUser(input: { name: string; mail?: string }): Promise<{ id: string }>;
export type CreateUserInput = { name: string; mail?: string };
export type CreatedUser = { id: string };
