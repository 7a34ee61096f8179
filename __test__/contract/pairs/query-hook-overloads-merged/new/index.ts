export interface QueryOptions { staleTime?: number; enabled?: boolean }
export declare function useResource(key: string, options?: QueryOptions): { data: unknown; refetch(): void };
