type Segment<S extends string> = S extends `$${infer P}` ? P : never;
type PathParams<S extends string> = S extends `${infer H}/${infer T}` ? Segment<H> | PathParams<T> : Segment<S>;
type ParamsProp<S extends string> = [PathParams<S>] extends [never] ? { params?: undefined } : { params: { [K in PathParams<S>]: string } };
export interface RouteConfig<P extends string, D, S extends object> { path: P; validateSearch?: (raw: Record<string, unknown>) => S; loader?: (ctx: { params: { [K in PathParams<P>]: string }; search: S }) => D | Promise<D> }
export interface Route<P extends string, D, S extends object> { readonly path: P; useLoaderData(): Awaited<D>; useSearch(): S; child<C extends string, D2, S2 extends object>(config: RouteConfig<C, D2, S & S2>): Route<`${P}/${C}`, D2, S & S2> }
export declare function createRoute<const P extends string, D = undefined, S extends object = {}>(config: RouteConfig<P, D, S>): Route<P, D, S>;
export interface Router<R extends string> { navigate<To extends R>(to: { to: To; replace?: boolean } & ParamsProp<To>): Promise<void>; href<To extends R>(to: To): string; readonly current: R }
export declare function createRouter<R extends Route<string, unknown, {}>[]>(routes: [...R]): Router<R[number]["path"]>;
export {};
