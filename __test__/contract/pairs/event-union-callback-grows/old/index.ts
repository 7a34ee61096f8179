export type ServerEvent = { kind: "created"; id: string } | { kind: "deleted"; id: string };
export declare function subscribe(channel: string, listener: (event: ServerEvent) => void): () => void;
