export interface ListModel { get items(): readonly string[]; set items(next: Iterable<string>); readonly length: number }
export declare function listModel(): ListModel;
