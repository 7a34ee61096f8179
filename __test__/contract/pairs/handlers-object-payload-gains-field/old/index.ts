type Messages = { joined: { user: string }; left: { user: string } };
export declare function connect(handlers: { [M in keyof Messages]?: (message: Messages[M]) => void }): () => void;
