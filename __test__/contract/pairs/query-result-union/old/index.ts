export type QueryResult<T> = { status: "pending" | "success"; data: T | undefined; refetch(): void };
export declare function useQuery<T>(key: readonly unknown[], fn: () => Promise<T>): QueryResult<T>;
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
