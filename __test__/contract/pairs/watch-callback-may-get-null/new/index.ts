export declare function watchUser(run: (user: { id: string } | null) => void): () => void;
