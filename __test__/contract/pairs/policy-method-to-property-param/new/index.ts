export interface Chunk { text: string }
export interface Sink { write: (chunk: Chunk | string) => void; flush?: () => void; close(): void }
export declare function pipeTo(sink: Sink): void;
export type SortKey<T> = { [K in keyof T]: T[K] extends string | number | Date ? K : never }[keyof T];
export declare function sortedBy<T>(rows: readonly T[], key: SortKey<T>, descending?: boolean): T[];
export declare namespace Geometry {
  interface Vec2 { x: number; y: number }
  interface Rect2 extends Vec2 { width: number; height: number }
  type Anchor = "start" | "center" | "end";
  function overlap(a: Rect2, b: Rect2): Rect2 | null;
}
