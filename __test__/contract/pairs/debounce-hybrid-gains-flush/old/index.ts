export type Debounced<F extends (...args: never[]) => unknown> = ((...args: Parameters<F>) => void) & { cancel(): void; readonly pending: boolean };
export declare function debounce<F extends (...args: never[]) => unknown>(f: F, ms?: number): Debounced<F>;
export declare function sleep(ms: number): Promise<void>;
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
