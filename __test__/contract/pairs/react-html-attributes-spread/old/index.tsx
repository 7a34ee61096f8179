import type { ComponentProps, HTMLAttributes, ReactNode } from "react";
interface Own { label: string; leading?: ReactNode }
export type ChipProps = Own;
export function Chip({ label, leading }: ChipProps) { return <span>{leading}{label}</span>; }
export function Swatch(p: ComponentProps<"canvas">) { return <canvas {...p} />; }
export interface OutlineNode {
  readonly id: string;
  readonly text: string;
  readonly children: readonly OutlineNode[];
}
export declare function outline(source: string): OutlineNode;
export declare function flatten(root: OutlineNode): Generator<OutlineNode, void, undefined>;
