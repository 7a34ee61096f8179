export interface Circle { r: number } export interface Square { side: number } export interface Line { len: number }
export declare function isShape(x: unknown): x is Circle | Square;
