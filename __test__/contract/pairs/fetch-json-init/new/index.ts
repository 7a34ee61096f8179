export declare function fetchJson<T>(url: string | URL, init?: { method?: "GET" | "POST"; signal?: AbortSignal }): Promise<T>;
