export interface Point { readonly x: number; readonly y: number }
export declare function polygon(points: Point[]): string;
export declare function bounds(pts: [Point, Point]): Point;
