export type Setter<T> = (next: T | ((previous: T) => T)) => void;
export declare function useStored<T>(key: string): readonly [T | undefined, Setter<T | undefined>];
export declare function useStored<T>(key: string, initial: T): readonly [T, Setter<T>];
export declare function useStored<T>(key: string, initial: T, storage: { read(k: string): string | null; write(k: string, v: string): void }): readonly [T, Setter<T>];
export type SortKey<T> = { [K in keyof T]: T[K] extends string | number | Date ? K : never }[keyof T];
export declare function sortedBy<T>(rows: readonly T[], key: SortKey<T>, descending?: boolean): T[];
export declare namespace Geometry {
  interface Vec2 { x: number; y: number }
  interface Rect2 extends Vec2 { width: number; height: number }
  type Anchor = "start" | "center" | "end";
  function overlap(a: Rect2, b: Rect2): Rect2 | null;
}
