export interface HubEvents { login: { user: string }; logout: { reason?: string } }
export declare class Hub {
  on<K extends keyof HubEvents>(e: K, cb: (p: HubEvents[K]) => void): this;
  emit<K extends keyof HubEvents>(e: K, p: HubEvents[K]): boolean;
}
export declare const hub: Hub;
export interface SkeletonProps extends Omit<import("react").ComponentPropsWithoutRef<"div">, "children"> {
  lines?: number;
  rounded?: boolean;
}
export declare const Skeleton: import("react").FC<SkeletonProps>;
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
