export interface PriceProps { cents: number; currency?: "EUR" | "USD"; strike?: boolean }
export function Price(props: PriceProps) {
  const { cents, currency = "EUR" } = props;
  return props.strike ? <s>{cents}{currency}</s> : <b>{cents}{currency}</b>;
}
export function PriceRange(p: { from: number; to: number }) { return <span>{p.from}–{p.to}</span>; }
export interface SkeletonProps extends Omit<import("react").ComponentPropsWithoutRef<"div">, "children"> {
  lines?: number;
  rounded?: boolean;
}
export declare const Skeleton: import("react").FC<SkeletonProps>;
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
