import type { ComponentType, FC } from "react";
export interface SessionProps { userId: string; locale: string; signOut: () => void }
export function withSession<P extends object>(Inner: ComponentType<P & SessionProps>): FC<P> {
  return props => <Inner {...props} userId="u" locale="de" signOut={() => {}} />;
}
export const SessionGate: FC<{ fallback?: string }> = p => <i>{p.fallback}</i>;
export interface SkeletonProps extends Omit<import("react").ComponentPropsWithoutRef<"div">, "children"> {
  lines?: number;
  rounded?: boolean;
}
export declare const Skeleton: import("react").FC<SkeletonProps>;
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
