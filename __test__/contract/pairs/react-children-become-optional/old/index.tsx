import type { ReactNode } from "react";
export interface FieldsetProps { legend: string; children: ReactNode; disabled?: boolean }
export function Fieldset(p: FieldsetProps) { return <fieldset disabled={p.disabled}><legend>{p.legend}</legend>{p.children}</fieldset>; }
export const FieldsetHint = ({ text }: { text: string }) => <small>{text}</small>;
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
