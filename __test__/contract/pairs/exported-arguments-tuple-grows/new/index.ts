export type MoveArgs = [x: number, y: number, z?: number];
export declare function move(...args: MoveArgs): void;
