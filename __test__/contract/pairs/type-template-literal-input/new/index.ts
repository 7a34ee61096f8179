export type Route = `/${string}` | `#${string}`;
export declare function go(to: Route): void;
