type Unit = "day" | "week" | "month";
export declare function startOf(date: Date, unit: Unit | `${Unit}s`): Date;
export declare function diff(a: Date, b: Date, unit: Unit): number;
export interface SkeletonProps extends Omit<import("react").ComponentPropsWithoutRef<"div">, "children"> {
  lines?: number;
  rounded?: boolean;
}
export declare const Skeleton: import("react").FC<SkeletonProps>;
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
