export declare function at(key: "first" | "last"): { edge: true };
export declare function at(key: string): { edge: boolean };
export declare function count(): number;
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
