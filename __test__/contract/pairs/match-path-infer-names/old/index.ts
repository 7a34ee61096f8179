export type RouteParams<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in Name | keyof RouteParams<Rest>]: string }
  : P extends `${string}:${infer Name}` ? { [K in Name]: string } : {};
export declare function matchPath<P extends string>(pattern: P, url: string): RouteParams<P> | null;
