type Update<S> = S | ((previous: S) => S);
export declare function useStored<T>(key: string, start: T): [value: T, set: (next: Update<T>) => void];
