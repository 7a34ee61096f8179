export interface Store<S> { getState(): S; setState(next: Partial<S> | ((state: S) => Partial<S>), replace?: boolean): void }
export declare const cart: Store<{ items: string[]; open: boolean }>;
