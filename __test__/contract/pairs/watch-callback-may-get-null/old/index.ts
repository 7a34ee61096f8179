export declare function watchUser(run: (user: { id: string }) => void): () => void;
