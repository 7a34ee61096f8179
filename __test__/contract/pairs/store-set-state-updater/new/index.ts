export interface Store<S> { getState(): S; setState(patch: Partial<S> | ((state: S) => Partial<S>)): void; subscribe(listener: (state: S, previous: S) => void): () => void }
export declare function createStore<S extends object>(initial: S): Store<S>;
