interface Abortable { signal?: AbortSignal }
interface Cacheable extends Abortable { cache?: boolean }
export interface RequestOptions extends Cacheable, Partial<{ method: "POST" | "GET"; headers: Record<string, string> }> {}
export declare function request(url: string, options?: RequestOptions): Promise<Response>;
/** @deprecated use the other one */
export declare function legacyId(prefix?: string): string;
