export const icons = { close: "M0 0", open: "M1 1", };
export function iconPath(name: string): string { return name; }
export interface SkeletonProps extends Omit<import("react").ComponentPropsWithoutRef<"div">, "children"> {
  lines?: number;
  rounded?: boolean;
}
export declare const Skeleton: import("react").FC<SkeletonProps>;
