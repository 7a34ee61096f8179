type Unwrap<T> = T extends Promise<infer U> ? Unwrap<U> : T extends (infer E)[] ? E : T;
export declare function one(): { id: string };
export declare function raw(): number;
export declare function many(): Promise<{ id: string }[]>;
export interface SkeletonProps extends Omit<import("react").ComponentPropsWithoutRef<"div">, "children"> {
  lines?: number;
  rounded?: boolean;
}
export declare const Skeleton: import("react").FC<SkeletonProps>;
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
