export interface Helper<R> {
  accessor<K extends keyof R>(key: K, def: { header: string; cell: (ctx: { value: R[K] }) => string }): ColumnSpec<R>;
  display(id: string): ColumnSpec<R>;
}
export interface ColumnSpec<R> { readonly id: string; readonly sample?: R }
export declare function createHelper<R>(): Helper<R>;
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
export interface OutlineNode {
  readonly id: string;
  readonly text: string;
  readonly children: readonly OutlineNode[];
}
export declare function outline(source: string): OutlineNode;
export declare function flatten(root: OutlineNode): Generator<OutlineNode, void, undefined>;
