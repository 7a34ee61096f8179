export interface QueryOptions<T> { key: string; fn: () => T | Promise<T>; staleTime?: number }
export declare function query<T>(options: QueryOptions<T>): Promise<T>;
