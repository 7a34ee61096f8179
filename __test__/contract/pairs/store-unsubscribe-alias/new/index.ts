type Unsubscribe = () => void;
type Listener<S> = (state: S, previous: S) => void;
export interface Store<S> { getState(): S; subscribe(listener: Listener<S>): Unsubscribe }
export declare function createStore<S extends object>(initial: S): Store<S>;
