export interface Box { get width(): number; set width(value: number | string) }
export declare function boxOf(id: string): Box;
