export interface LoaderArgs { params: Record<string, string | undefined>; request: { url: string } }
export interface RouteDef<D> { path: string; loader: (args: LoaderArgs) => Promise<D>; title?: (data: D) => string }
export declare function defineRoute<D>(def: RouteDef<D>): { readonly path: string; load(): Promise<D> };
