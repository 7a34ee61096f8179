export interface Point { readonly x: number; readonly y: number }
export declare function polygon(points: readonly Point[]): string;
export declare function bounds(pts: readonly [Point, Point]): Point;
