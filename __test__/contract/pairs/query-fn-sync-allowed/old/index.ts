export interface QueryOptions<T> { key: string; fn: () => Promise<T>; staleTime?: number }
export declare function query<T>(options: QueryOptions<T>): Promise<T>;
