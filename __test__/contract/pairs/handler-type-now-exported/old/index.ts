interface Payload { id: string; at: number }
type Handler = (payload: Payload) => void;
export declare function onEvent(handler: Handler): () => void;
