export type Point = [x: number, y: number];
export declare function line(from: [x: number, y: number], to: readonly [x: number, y: number]): Array<Point>;
