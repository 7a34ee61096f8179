export interface Paths {
  "/users": { query: { page?: number }; response: { items: { id: string; name: string }[] } };
  "/health": { query: {}; response: { ok: boolean } };
}
export interface Client { get<P extends keyof Paths>(path: P, query: Paths[P]["query"]): Promise<Paths[P]["response"]> }
export declare const client: Client;
