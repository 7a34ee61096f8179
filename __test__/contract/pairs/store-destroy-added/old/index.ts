export interface Store<S> { readonly state: S; set(patch: Partial<S>): void }
export declare function createStore<S extends object>(initial: S): Store<S>;
