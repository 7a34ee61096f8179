export declare class Cache { get(key: string): unknown; get<T>(key: string, fallback: T): T; set(key: string, value: unknown): this }
