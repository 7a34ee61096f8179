type Messages = { joined: { user: string; role: string }; left: { user: string }; muted: { user: string } };
export declare function connect(handlers: { [M in keyof Messages]?: (message: Messages[M]) => void }): () => void;
