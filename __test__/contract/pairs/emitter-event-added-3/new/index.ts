interface Events { open: { id: string }; close: undefined; resize: { width: number } }
export declare function on<K extends keyof Events>(event: K, handler: (payload: Events[K]) => void): () => void;
export declare function emit<K extends keyof Events>(event: K, payload: Events[K]): void;
