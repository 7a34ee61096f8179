interface Routes {
  listOrders: { input: { since?: string }; output: { orders: Order[]; total: number } };
  getOrder: { input: { id: string }; output: Order };
}
interface Order { id: string; cents: number }
export declare function request<R extends keyof Routes>(route: R, input: Routes[R]["input"]): Promise<Routes[R]["output"]>;
export type RouteName = "listOrders" | "getOrder";
export declare function isRoute(text: string): text is RouteName;
export interface SkeletonProps extends Omit<import("react").ComponentPropsWithoutRef<"div">, "children"> {
  lines?: number;
  rounded?: boolean;
}
export declare const Skeleton: import("react").FC<SkeletonProps>;
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
