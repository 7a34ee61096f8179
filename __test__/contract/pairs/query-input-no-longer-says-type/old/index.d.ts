export interface QueryOptions<T> { key: string; fn: () => Promise<T | undefined> }
export declare function query<T>(options: QueryOptions<T>): Promise<T>;
