interface Mutations { createUser: { body: { name: string; email: string }; result: { id: string } }; dropUser: { body: { id: string }; result: void } }
export declare function post<M extends keyof Mutations>(m: M, body: Mutations[M]["body"]): Promise<Mutations[M]["result"]>;
export declare function abortAll(): void;
export type SortKey<T> = { [K in keyof T]: T[K] extends string | number | Date ? K : never }[keyof T];
export declare function sortedBy<T>(rows: readonly T[], key: SortKey<T>, descending?: boolean): T[];
export declare namespace Geometry {
  interface Vec2 { x: number; y: number }
  interface Rect2 extends Vec2 { width: number; height: number }
  type Anchor = "start" | "center" | "end";
  function overlap(a: Rect2, b: Rect2): Rect2 | null;
}
