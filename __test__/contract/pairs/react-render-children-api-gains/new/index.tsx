import type { ReactNode } from "react";
export interface PopoverApi { open: boolean; toggle(): void; anchorProps: { id: string; "aria-expanded": boolean }; }
export declare function Popover(props: { placement?: "top" | "bottom"; children: (api: PopoverApi) => ReactNode }): ReactNode;
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
