export interface Command<R = void> { readonly label: string; apply(): R; revert(): void; merge?(next: Command<R>): Command<R> | null; }
export declare function execute<R>(command: Command<R>): R;
export declare function last(): Command<unknown> | undefined;
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
