export * as math from "./math";
export const pi: number = 3;
type StageFn<A, B> = (input: A) => B | Promise<B>;
export interface Pipeline<A, B> {
  stage<C>(f: StageFn<B, C>): Pipeline<A, C>;
  branch<C, D>(left: StageFn<B, C>, right: StageFn<B, D>): Pipeline<A, readonly [C, D]>;
  runPipeline(input: A): Promise<B>;
}
export declare function pipeline<A>(): Pipeline<A, A>;
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
