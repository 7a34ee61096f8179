export interface RequestOptions { method?: "GET" | "POST"; headers?: Record<string, string>; signal?: AbortSignal; cache?: boolean }
export declare function request(url: string, options?: RequestOptions): Promise<Response>;
/** @deprecated use the other one */
export declare function legacyId(prefix?: string): string;
