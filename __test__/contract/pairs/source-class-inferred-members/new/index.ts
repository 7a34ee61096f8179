export class Uploader {
  private readonly parts: Blob[] = [];
  private constructor(readonly url: string) {}
  static to(url: string) { return new Uploader(url); }
  get progress() { return this.parts.length === 0 ? undefined : this.parts.length; }
  async send(part: Blob) { this.parts.push(part); return { size: part.size, index: this.parts.length - 1 }; }
}
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
