export interface Box { width: number }
export declare function boxOf(id: string): Box;
