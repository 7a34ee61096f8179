export interface EndpointDef<K extends "query" | "mutation", A, R> { kind: K; readonly arg?: A; readonly result?: R }
type Endpoints = Record<string, EndpointDef<"query" | "mutation", any, any>>;
type HookName<N extends string, D> = D extends EndpointDef<"query", any, any> ? `use${Capitalize<N>}Query` : D extends EndpointDef<"mutation", any, any> ? `use${Capitalize<N>}Mutation` : never;
type HookOf<D> = D extends EndpointDef<"query", infer A, infer R> ? (arg: A, options?: { skip?: boolean }) => { data?: R; isFetching: boolean } : D extends EndpointDef<"mutation", infer A, infer R> ? () => readonly [(arg: A) => Promise<R>, { isLoading: boolean }] : never;
export type Api<E extends Endpoints> = { endpoints: { [N in keyof E]: { initiate(arg: NonNullable<E[N]["arg"]>): { type: string } } } } & { [N in keyof E & string as HookName<N, E[N]>]: HookOf<E[N]> };
export interface Product { id: string; title: string }
export declare const shopApi: Api<{
  product: EndpointDef<"query", string, Product>;
  rename: EndpointDef<"mutation", { id: string; title: string }, Product>;
  products: EndpointDef<"query", { page: number }, Product[]>;
}>;
export {};
