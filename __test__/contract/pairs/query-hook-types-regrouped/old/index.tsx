export type Status = "idle" | "loading" | "ok" | "failed";
interface Base<T> { readonly status: Status; readonly data: T | undefined; readonly refetch: (o?: { readonly force?: boolean }) => Promise<void> }
export interface QueryResult<T, E = Error> extends Base<T> { readonly error: E | null }
export interface QueryOptions<T> { readonly enabled?: boolean; readonly select?: (raw: unknown) => T; readonly staleTime?: number | "static" }
export declare function useQuery<T, E = Error>(key: readonly unknown[], o?: QueryOptions<T>): QueryResult<T, E>;
