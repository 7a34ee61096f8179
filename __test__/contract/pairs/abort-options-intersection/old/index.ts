export interface RequestOptions { method?: "GET" | "POST"; signal?: AbortSignal; query?: Record<string, string> }
export declare function request(url: string, options?: RequestOptions): Promise<Response>;
