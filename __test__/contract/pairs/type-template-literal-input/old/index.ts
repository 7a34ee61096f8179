export type Route = `/${string}`;
export declare function go(to: Route): void;
