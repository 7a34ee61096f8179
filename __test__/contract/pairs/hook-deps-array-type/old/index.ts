export type Deps = readonly (string | number | boolean)[];
export declare function useAsync<T>(run: (signal: AbortSignal) => Promise<T>, deps: Deps): { readonly value?: T; readonly error?: unknown; cancel(): void };
export declare function useMountedRef(): { readonly current: boolean };
