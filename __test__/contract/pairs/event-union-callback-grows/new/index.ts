export type ServerEvent = { kind: "created"; id: string } | { kind: "deleted"; id: string } | { kind: "moved"; from: string; to: string };
export declare function subscribe(channel: string, listener: (event: ServerEvent) => void): () => void;
