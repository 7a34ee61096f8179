export function dialog(text: string): void { void text; }
export namespace dialog {
  export interface Options { title?: string }
  export function show(text: string, options?: Options): void { dialog(text + options?.title); }
  export function confirm(text: string): boolean { return !!text; }
}
export type SortKey<T> = { [K in keyof T]: T[K] extends string | number | Date ? K : never }[keyof T];
export declare function sortedBy<T>(rows: readonly T[], key: SortKey<T>, descending?: boolean): T[];
export declare namespace Geometry {
  interface Vec2 { x: number; y: number }
  interface Rect2 extends Vec2 { width: number; height: number }
  type Anchor = "start" | "center" | "end";
  function overlap(a: Rect2, b: Rect2): Rect2 | null;
}
