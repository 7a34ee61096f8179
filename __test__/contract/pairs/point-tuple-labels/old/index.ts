export type Point = [number, number];
export declare function line(from: Point, to: Readonly<Point>): Point[];
