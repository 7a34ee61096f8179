export type RoutePath = "/" | `/users/${string}` | `/settings${"" | "/profile" | "/billing"}`;
export declare function navigate(to: RoutePath, options?: { replace?: boolean }): void;
