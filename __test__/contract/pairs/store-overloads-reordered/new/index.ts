export interface State { user: string; count: number }
export declare function useStore<T>(select: (state: State) => T): T;
export declare function useStore(): State;
