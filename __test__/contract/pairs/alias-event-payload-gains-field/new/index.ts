type AppEvents = { login: { user: string; at: number }; logout: { reason?: string }; expire: { in: number } };
export declare function listen<E extends keyof AppEvents>(event: E, run: (payload: AppEvents[E]) => void): () => void;
