type AppEvents = { login: { user: string }; logout: { reason?: string } };
export declare function listen<E extends keyof AppEvents>(event: E, run: (payload: AppEvents[E]) => void): () => void;
