import type { Dispatch, SetStateAction } from "react";
export declare function useOpen(initial?: boolean): [boolean, Dispatch<SetStateAction<boolean>>];
export declare function useTimer(): { start(ms: number): ReturnType<typeof setTimeout>; stop(id: number): void };
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
