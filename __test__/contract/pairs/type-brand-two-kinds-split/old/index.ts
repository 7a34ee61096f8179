export type OrderId = string & { readonly __b: "order" };
export type ParcelId = string & { readonly __b: "parcel" };
export declare function orderId(s: string): OrderId;
export declare function ship(id: OrderId): void;
export declare function parcelId(s: string): ParcelId;
export interface SkeletonProps extends Omit<import("react").ComponentPropsWithoutRef<"div">, "children"> {
  lines?: number;
  rounded?: boolean;
}
export declare const Skeleton: import("react").FC<SkeletonProps>;
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
