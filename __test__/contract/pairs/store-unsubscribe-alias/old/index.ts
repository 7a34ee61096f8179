export interface Store<S> { getState(): S; subscribe(listener: (state: S, previous: S) => void): () => void }
export declare function createStore<S extends object>(initial: S): Store<S>;
