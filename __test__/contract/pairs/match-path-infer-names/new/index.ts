export type RouteParams<Pattern extends string> = Pattern extends `${string}:${infer Param}/${infer Tail}`
  ? { [Key in Param | keyof RouteParams<Tail>]: string }
  : Pattern extends `${string}:${infer Last}` ? { [Key in Last]: string } : {};
export declare function matchPath<Pattern extends string>(pattern: Pattern, href: string): RouteParams<Pattern> | null;
