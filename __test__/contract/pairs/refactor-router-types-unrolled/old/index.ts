type Param<S> = S extends `:${infer N}` ? N : never;
type Parts<P extends string> = P extends `${infer H}/${infer T}` ? [H, ...Parts<T>] : [P];
type Params<P extends string> = { [K in Param<Parts<P>[number]>]: string };
interface RouteCtx<P extends string> { readonly params: Params<P>; readonly query: Record<string, string | undefined> }
export interface Router { get<P extends string>(path: P, handler: (ctx: RouteCtx<P>) => void): Router; listen(port: number): void }
export declare function router(): Router;
