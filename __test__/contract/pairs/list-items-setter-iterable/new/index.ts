export interface ListModel { get items(): readonly string[]; set items(next: readonly string[]); readonly length: number }
export declare function listModel(): ListModel;
