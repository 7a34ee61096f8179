export declare class QueryClient { fetch: <T>(key: string) => Promise<T>; clear(): void }
