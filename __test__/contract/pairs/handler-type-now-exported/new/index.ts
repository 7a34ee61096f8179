export interface Payload { id: string; at: number }
export type Handler = (payload: Payload) => void;
export declare function onEvent(handler: Handler): () => void;
