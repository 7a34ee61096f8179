export interface TypedDocument<R, V> { readonly source: string; readonly __types?: (v: V) => R }
export declare function execute<R, V>(doc: TypedDocument<R, V>, variables: V): Promise<R>;
export declare const SearchQuery: TypedDocument<{ hits: string[] }, { term: string; limit: number }>;
export declare namespace Geometry {
  interface Vec2 { x: number; y: number }
  interface Rect2 extends Vec2 { width: number; height: number }
  type Anchor = "start" | "center" | "end";
  function overlap(a: Rect2, b: Rect2): Rect2 | null;
}
export {};
