export type RoutePath = "/" | `/users/${string}` | "/settings";
export declare function navigate(to: RoutePath, options?: { replace?: boolean }): void;
