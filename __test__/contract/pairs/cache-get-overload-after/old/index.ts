export declare class Cache { get(key: string): unknown; set(key: string, value: unknown): this }
