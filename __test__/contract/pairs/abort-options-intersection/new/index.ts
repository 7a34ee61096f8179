interface Abortable { signal?: AbortSignal }
export interface RequestOptions extends Abortable, Partial<{ method: "GET" | "POST"; query: Record<string, string> }> {}
export declare function request(url: string, options?: RequestOptions): Promise<Response>;
