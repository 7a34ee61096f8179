export declare function useAuth(): { user: string | null; signOut(): void };
export type Auth = ReturnType<typeof useAuth>;
