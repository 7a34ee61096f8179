export declare function useAuth(): { user: string | null; signOut(): void; readonly pending: boolean };
export type Auth = ReturnType<typeof useAuth>;
