export declare function useSearch(): readonly [string, (next: string) => void];
