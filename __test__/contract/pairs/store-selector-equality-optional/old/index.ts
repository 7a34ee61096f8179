type SetState<S> = (patch: Partial<S> | ((s: S) => Partial<S>), replace?: boolean) => void;
export interface Store<S> {
  getState: () => S;
  setState: SetState<S>;
  subscribe: (fn: (s: S, prev: S) => void) => () => void;
}
export declare function create<S extends object>(init: (set: SetState<S>, get: () => S) => S): Store<S>;
export declare function select<S, U>(store: Store<S>, pick: (s: S) => U): U;
