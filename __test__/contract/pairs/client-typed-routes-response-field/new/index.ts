interface Paths {
  "/users/{id}": { get: { params: { id: string }; response: { readonly name: string; readonly avatar?: string } } };
  "/orders": { get: { params: { page?: number; size?: number }; response: readonly { readonly id: string }[] }; post: { params: {}; body: { sku: string }; response: { readonly id: string } } };
  "/health": { get: { params: {}; response: "ok" } };
}
type Method<P extends keyof Paths> = keyof Paths[P];
type Req<P extends keyof Paths, M extends Method<P>> = Omit<Paths[P][M], "response">;
type Res<P extends keyof Paths, M extends Method<P>> = Paths[P][M] extends { response: infer R } ? R : never;
export declare function call<P extends keyof Paths, M extends Method<P>>(path: P, method: M, req: Req<P, M>): Promise<Res<P, M>>;
export declare const baseUrl: string;
