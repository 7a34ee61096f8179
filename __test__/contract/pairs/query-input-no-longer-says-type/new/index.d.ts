export interface QueryOptions<T> { key: string; fn: () => Promise<unknown> }
export declare function query<T>(options: QueryOptions<T>): Promise<T>;
