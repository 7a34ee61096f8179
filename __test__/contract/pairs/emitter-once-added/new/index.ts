export interface Events { open: { id: string }; close: undefined; resize: { width: number } }
export interface Emitter<E> {
  on<K extends keyof E>(type: K, handler: (payload: E[K]) => void): () => void;
  once<K extends keyof E>(type: K, handler: (payload: E[K]) => void): () => void;
}
export declare const bus: Emitter<Events>;
