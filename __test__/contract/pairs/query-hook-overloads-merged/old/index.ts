export interface QueryOptions { staleTime?: number; enabled?: boolean }
export declare function useResource(key: string): { data: unknown; refetch(): void };
export declare function useResource(key: string, options: QueryOptions): { data: unknown; refetch(): void };
