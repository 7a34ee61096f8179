import type { ReactNode } from "react";
export type QueryKey = readonly unknown[];
export type Status = "pending" | "error" | "success";
export interface QueryFnContext<K extends QueryKey = QueryKey> { readonly queryKey: K; readonly signal: AbortSignal; readonly meta?: Record<string, unknown> }
export type QueryFn<T, K extends QueryKey> = (context: QueryFnContext<K>) => T | Promise<T>;
export interface QueryOptions<T, E = Error, S = T, K extends QueryKey = QueryKey> {
  queryKey: K;
  queryFn: QueryFn<T, K>;
  select?: (data: T) => S;
  enabled?: boolean | ((key: K) => boolean);
  staleTime?: number;
  placeholder?: T | ((previous: T | undefined) => T | undefined);
  throwOnError?: boolean | ((error: E) => boolean);
}
interface Common<T, E> { readonly failureCount: number; refetch(): Promise<QueryResult<T, E>> }
export type QueryResult<T, E = Error> = Common<T, E> & ({ status: "pending"; data: undefined; error: null } | { status: "error"; data: T | undefined; error: E } | { status: "success"; data: T; error: null });
export declare function useQuery<T, E = Error, S = T, const K extends QueryKey = QueryKey>(options: QueryOptions<T, E, S, K>): QueryResult<S, E>;
export interface MutationOptions<T, V, E = Error, C = unknown> { mutationFn: (variables: V) => Promise<T>; onMutate?: (variables: V) => C | Promise<C>; onError?: (error: E, variables: V, context: C | undefined) => void; onSuccess?: (data: T, variables: V, context: C | undefined) => void }
export declare function useMutation<T, V = void, E = Error, C = unknown>(options: MutationOptions<T, V, E, C>): { mutate(variables: V): void; mutateAsync(variables: V): Promise<T>; readonly data: T | undefined; readonly error: E | null };
export declare class QueryClient { private cache; constructor(config?: { retries?: number }); getQueryData<T>(key: QueryKey): T | undefined; setQueryData<T>(key: QueryKey, update: T | ((old: T | undefined) => T | undefined)): T | undefined; invalidate(key?: QueryKey): Promise<void> }
export declare function QueryProvider(props: { client: QueryClient; children?: ReactNode }): ReactNode;
export {};
