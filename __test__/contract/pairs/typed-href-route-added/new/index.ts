export interface Routes { home: {}; product: { sku: string; tab?: "info" | "reviews" }; search: { q: string } }
export type RouteName = keyof Routes;
export declare function href<K extends RouteName>(route: K, params: Routes[K]): string;
