import type { RefCallback } from "react";
export interface Box { readonly width: number; readonly height: number }
export declare function useMeasure(): readonly [ref: RefCallback<HTMLDivElement>, box: Box | null];
export declare function useWindowSize(): Box;
export interface BreadcrumbItem {
  label: string;
  href?: string;
  icon?: import("react").ReactNode;
}
export interface BreadcrumbProps {
  items: readonly BreadcrumbItem[];
  separator?: import("react").ReactNode;
  onNavigate?(item: BreadcrumbItem, index: number): void;
}
export declare function Breadcrumb(props: BreadcrumbProps): import("react").ReactElement | null;
