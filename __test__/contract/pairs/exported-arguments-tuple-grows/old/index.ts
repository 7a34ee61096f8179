export type MoveArgs = [x: number, y: number];
export declare function move(...args: MoveArgs): void;
