import type { ReactNode } from "react";
function Root(p: { value: string; children: ReactNode }) { return <div data-value={p.value}>{p.children}</div>; }
function List(p: { children: ReactNode }) { return <div role="tablist">{p.children}</div>; }
function Tab(p: { value: string; children: ReactNode }) { return <button role="tab">{p.children}</button>; }
export const Tabs = { Root, List, Tab };
export interface TabInfo { value: string; label: string }
export function tabInfo(value: string): TabInfo { return { value, label: value }; }
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
