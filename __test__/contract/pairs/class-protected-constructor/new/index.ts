export class Entity {
  protected constructor(readonly id: number) {}
  static load(id: number): Entity { return new Entity(id); }
  equals(other: Entity): boolean { return this.id === other.id; }
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
