import type { Dispatch, SetStateAction } from "react";
export declare function useOpen(initial?: boolean): [boolean, (value: boolean | ((prev: boolean) => boolean)) => void];
export declare function useTimer(): { start(ms: number): number; stop(id: number): void };
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
