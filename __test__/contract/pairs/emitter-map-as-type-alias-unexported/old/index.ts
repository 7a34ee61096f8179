type Handler<P> = (payload: P) => void;
interface Topics { saved: { id: string }; failed: Error }
export declare function subscribe<K extends keyof Topics>(topic: K, handler: Handler<Topics[K]>): () => void;
