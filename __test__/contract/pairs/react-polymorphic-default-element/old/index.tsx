import type { ComponentPropsWithoutRef, ElementType, ReactNode } from "react";
export type HeadingProps<E extends ElementType> = { as?: E; level?: 1 | 2 | 3 } & Omit<ComponentPropsWithoutRef<E>, "as" | "level">;
export declare function Heading<E extends ElementType = "label">(props: HeadingProps<E>): ReactNode;
export declare function Caption(props: { children: ReactNode }): ReactNode;
export interface OutlineNode {
  readonly id: string;
  readonly text: string;
  readonly children: readonly OutlineNode[];
}
export declare function outline(source: string): OutlineNode;
export declare function flatten(root: OutlineNode): Generator<OutlineNode, void, undefined>;
